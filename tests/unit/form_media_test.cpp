// Pictures in anybody's form: what of them is read, shown, led to, and said not to be shown.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/form/filling.h"
#include "core/form/photo.h"
#include "core/pages/page.h"
#include "unit/forms.h"
#include "unit/sample.h"

namespace needlewise {
namespace {

std::string base64(std::string_view bytes) {
    constexpr std::string_view figures = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        unsigned three = 0;
        for (std::size_t k = 0; k < 3; ++k) three = three << 8u | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0u);
        for (std::size_t k = 0; k < 4; ++k) text += i + k > bytes.size() ? '=' : figures[three >> (18 - 6 * k) & 63u];
    }
    return text;
}

std::string big_endian(unsigned number, int bytes) {
    std::string all;
    for (int i = bytes - 1; i >= 0; --i) all += static_cast<char>(number >> (8 * i) & 0xFFu);
    return all;
}

// `more` bytes follow what is read.
std::string png(unsigned width, unsigned height, std::size_t more = 0) {
    using namespace std::string_literals;
    return base64("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s + big_endian(width, 4) + big_endian(height, 4) + "\x08\x02\0\0\0"s +
                  std::string(more, '\0'));
}

// With a thumbnail's segment before the frame, as cameras write it; `frame` is the kind of frame.
std::string jpeg(unsigned width, unsigned height, char frame = '\xC2') {
    using namespace std::string_literals;
    return base64("\xFF\xD8\xFF\xE1"s + big_endian(2 + 300, 2) + std::string(300, '\xFF') + "\xFF\xC4"s + big_endian(2 + 5, 2) + "table"s +
                  "\xFF"s + frame + big_endian(11, 2) + "\x08"s + big_endian(height, 2) + big_endian(width, 2) + "\x01\x01\x11\0"s);
}

TEST(FormPhoto, tells_its_size_by_its_bytes) {
    EXPECT_EQ(photo_size(png(480, 300)), (PhotoSize{480, 300}));
    for (const char frame : {'\xC0', '\xC2', '\xCF'}) EXPECT_EQ(photo_size(jpeg(640, 20, frame)), (PhotoSize{640, 20}));
}

TEST(FormPhoto, is_refused_when_it_is_none) {
    const std::string whole = jpeg(640, 20);
    for (std::size_t length = 0; length + 8 < whole.size(); length += 7)
        EXPECT_FALSE(photo_size(std::string_view(whole).substr(0, length)));
    for (const std::string& text :
         {png(0, 300), png(480, 10'001), std::string("GIF89a"), base64("<svg xmlns='http://www.w3.org/2000/svg'/>"),
          base64("\xFF\xD8 no segment follows"), std::string(200, '?'), std::string()})
        EXPECT_FALSE(photo_size(text)) << text;
}

TEST(FormPhoto, has_a_name_that_says_its_size) {
    const std::string one = photo_name({480, 300}, png(480, 300));
    EXPECT_EQ(size_in_name(one), (PhotoSize{480, 300}));
    EXPECT_NE(one, photo_name({480, 300}, jpeg(480, 300)));
    for (const std::string_view name :
         {"photo-", "photo-480", "photo-480x", "photo-x300", "photo-0x300", "photo-99999999999x1", "procedure-clean", ""})
        EXPECT_FALSE(size_in_name(name)) << name;
    EXPECT_EQ(photo_address(png(1, 1)).substr(0, 27), "data:image/png;base64,iVBOR");
    EXPECT_EQ(photo_address(jpeg(1, 1)).substr(0, 23), "data:image/jpeg;base64,");
}

constexpr std::string_view item_media = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-itemMedia";
constexpr std::string_view answer_media = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-itemAnswerMedia";

std::string shows(std::string_view extension, std::string_view attachment) {
    return R"("extension": [{"url": ")" + std::string(extension) + R"(", "valueAttachment": {)" + std::string(attachment) + "}}]";
}

// The page of a form of one question with this picture.
Page page_with(const std::string& attachment) {
    Content content = sample::content();
    content.form = std::make_shared<const Form>(
        forms::read(R"({"linkId": "where", "type": "string", "text": "Where?", )" + shows(item_media, attachment) + "}"));
    Model model;
    model.today = sample::today;
    return make_page(content, update(model, OpenPage{"form/1"}, content).model);
}

template <class Kind>
std::vector<Kind> all_of(const Page& page) {
    std::vector<Kind> found;
    for (const Node* node : preorder(page))
        if (const auto* one = std::get_if<Kind>(&node->what)) found.push_back(*one);
    return found;
}

std::string text_of(const Page& page) {
    std::string all;
    for (const Paragraph& paragraph : all_of<Paragraph>(page)) all += paragraph.text + '\n';
    return all;
}

TEST(FormMedia, a_photo_in_the_form_is_a_figure_with_its_title) {
    const Page page = page_with(R"("contentType": "image/png", "title": "A back", "data": ")" + png(480, 300) + "\"");
    const auto figures = all_of<Figure>(page);
    ASSERT_EQ(figures.size(), 1u);
    EXPECT_EQ(figures[0].title, "A back");
    EXPECT_EQ(size_in_name(figures[0].image), (PhotoSize{480, 300}));
    const Page untitled = page_with(R"("contentType": "image/jpeg", "data": ")" + jpeg(480, 300) + "\"");
    ASSERT_EQ(all_of<Figure>(untitled).size(), 1u);
    EXPECT_EQ(all_of<Figure>(untitled)[0].title, "Where?") << "a picture without a name is said by its question";
}

TEST(FormMedia, a_picture_elsewhere_is_a_link_and_is_not_fetched) {
    const Page page = page_with(R"("contentType": "image/png", "title": "A back", "url": "https://x.org/back.png")");
    EXPECT_TRUE(all_of<Figure>(page).empty());
    const auto links = all_of<Link>(page);
    EXPECT_TRUE(
        std::ranges::any_of(links, [](const Link& link) { return link.label == "A back" && link.url == "https://x.org/back.png"; }));
}

TEST(FormMedia, what_cannot_be_shown_is_said) {
    EXPECT_TRUE(text_of(page_with(R"("title": "A back", "contentType": "image/gif", "data": "R0lGODlhAQABAA==")"))
                    .contains("the picture \"A back\" is not shown: it is neither PNG nor JPEG"));
    EXPECT_TRUE(text_of(page_with(R"("contentType": "image/png", "data": ")" + png(9, 9, 500'000) + "\""))
                    .contains("a picture is not shown: it is larger than 500 kB"));
    for (const std::string_view address : {"pictures/back.png", "javascript:alert(1)", "data:image/png;base64,AA=="}) {
        const Page page = page_with(R"("contentType": "image/png", "url": ")" + std::string(address) + "\"");
        EXPECT_TRUE(text_of(page).contains("it is neither within the form nor at an address on the web")) << address;
        EXPECT_TRUE(std::ranges::none_of(all_of<Link>(page), [&](const Link& link) { return link.url == address; })) << address;
    }
}

TEST(FormMedia, one_of_our_own_is_shown_when_it_is_there) {
    Content content = sample::content();
    content.figures = {"there"};
    for (const std::string_view name : {"there", "gone"}) {
        content.form = std::make_shared<const Form>(
            forms::read(R"({"linkId": "a", "type": "string", "text": "A", )" +
                        shows(item_media, R"("contentType": "image/svg+xml", "url": "figures/)" + std::string(name) + ".svg\"") + "}"));
        Model model;
        model.today = sample::today;
        const Page page = make_page(content, update(model, OpenPage{"form/1"}, content).model);
        EXPECT_EQ(all_of<Figure>(page).size(), name == "there" ? 1u : 0u);
        EXPECT_EQ(text_of(page).contains("there is no picture \"figures/gone.svg\" here"), name == "gone");
    }
}

TEST(FormMedia, options_have_their_words_below_their_pictures) {
    Content content = sample::content();
    const auto option = [](std::string_view code, unsigned width) {
        return R"({"valueCoding": {"code": ")" + std::string(code) + R"(", "display": "Kind )" + std::string(code) + "\"}, " +
               shows(answer_media, R"("contentType": "image/png", "data": ")" + png(width, 90) + "\"") + "}";
    };
    content.form = std::make_shared<const Form>(forms::read(R"({"linkId": "kind", "type": "choice", "text": "Which?", "answerOption": [)" +
                                                            option("a", 100) + ", " + option("b", 200) + "]}"));
    Model model;
    model.today = sample::today;
    const Page page = make_page(content, update(model, OpenPage{"form/1"}, content).model);
    const auto figures = all_of<Figure>(page);
    ASSERT_EQ(figures.size(), 2u);
    EXPECT_EQ(figures[1].title, "Kind b");
    EXPECT_TRUE(text_of(page).starts_with("Kind a\nKind b\n")) << text_of(page);
    EXPECT_EQ(all_of<ChoiceOption>(page).size(), 2u);
}

}  // namespace
}  // namespace needlewise
