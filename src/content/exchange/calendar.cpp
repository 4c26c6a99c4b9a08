#include "content/exchange/exports.h"
#include "core/assessment/calendar_days.h"

namespace needlewise {

namespace {

// Lines end in CR LF and are at most 75 bytes long; a longer one goes on after a line break and a space. A character is not
// cut in two.
class CalendarWriter {
public:
    void line(std::string_view name, std::string_view value) {
        constexpr std::size_t most = 75;
        const std::string whole = std::string(name) + ":" + std::string(value);
        std::size_t used = 0;
        for (std::size_t i = 0; i < whole.size();) {
            std::size_t end = i + 1;
            while (end < whole.size() && (static_cast<unsigned char>(whole[end]) & 0xc0) == 0x80) ++end;
            if (used + (end - i) > most) {
                text += "\r\n ";
                used = 1;
            }
            text += whole.substr(i, end - i);
            used += end - i;
            i = end;
        }
        text += "\r\n";
    }

    void words(std::string_view name, std::string_view value) {
        std::string escaped;
        for (const char letter : value) {
            if (letter == '\\' || letter == ';' || letter == ',') escaped += '\\';
            if (letter == '\n') escaped += "\\n";
            else if (static_cast<unsigned char>(letter) >= 0x20) escaped += letter;
        }
        line(name, escaped);
    }

    std::string text;
};

std::string compact(Date date) {
    std::string iso = iso_date(date);
    std::erase(iso, '-');
    return iso;
}

void entry(CalendarWriter& out, const CalendarDay& day, Date made) {
    out.line("BEGIN", "VEVENT");
    out.line("UID", compact(day.date) + "-" + day.id + "@needlewise.invalid");  // the same day saved twice is one entry
    out.line("DTSTAMP", compact(made) + "T000000Z");
    out.line("DTSTART;VALUE=DATE", compact(day.date));
    out.line("DTEND;VALUE=DATE", compact(add_days(day.date, 1)));
    out.words("SUMMARY", day.title);
    out.words("DESCRIPTION", day.note);
    out.line("CLASS", "PRIVATE");
    out.line("TRANSP", "TRANSPARENT");  // nothing is booked: the day stays free
    out.line("END", "VEVENT");
}

}  // namespace

std::string calendar_file(const Content& content, const Assessment& found, Date made) {
    const auto days = calendar_days(content, found);
    if (days.empty()) return {};
    CalendarWriter out;
    out.line("BEGIN", "VCALENDAR");
    out.line("VERSION", "2.0");
    out.line("PRODID", "-//Needlewise//Days//EN");
    out.line("CALSCALE", "GREGORIAN");
    out.line("METHOD", "PUBLISH");
    for (const CalendarDay& day : days) entry(out, day, made);
    out.line("END", "VCALENDAR");
    return std::move(out.text);
}

}  // namespace needlewise
