# Subset fonts: build/fonts/regular.ttf and semibold.ttf, for the web and the desktop. Sourced by ./dev.
# Inter (SIL Open Font License) from Debian; outlines only: ImGui shapes no text, so layout tables would be dead weight.
# src/core/letters.cpp has the same characters: all others are left to the document.

font_folder=/usr/share/fonts/opentype/inter
font_characters=20-7E,A0-148,14A-17F,218-21B,2C6,2C7,2D8-2DD           # Latin, Latin-1, Extended-A, Romanian
font_characters+=,2010-2015,2018-201E,2020-2022,2026,2030,2032,2033,2039,203A,2044 # punctuation
font_characters+=,20AC,2122,2190-2193,2212,2248,2260,2264,2265,25A1,2713           # € ™ arrows − ≈ ≠ ≤ ≥ □ ✓

make_fonts() {
  mkdir -p build/fonts
  subset_font Inter-Regular.otf build/fonts/regular.ttf
  subset_font Inter-SemiBold.otf build/fonts/semibold.ttf
}

subset_font() {
  [ "$2" -nt tools/fonts.sh ] && [ "$2" -nt "$font_folder/$1" ] && return 0
  step fonts "Making the font subsets" hb-subset "$font_folder/$1" --unicodes="$font_characters" --no-hinting \
    --layout-features= --drop-tables+=GSUB,GPOS,GDEF,kern,DSIG --name-IDs=1,2,13 --output-file="$2"
}
