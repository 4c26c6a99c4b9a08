// Pictures beside questions and answers (SDC itemMedia and itemAnswerMedia): ours by name, or PNG and JPEG within the form.
#include <algorithm>

#include "content/form/parts.h"
#include "core/form/markup.h"
#include "core/form/photo.h"

namespace needlewise {

namespace {

constexpr std::int64_t largest_photo = 500'000;  // bytes

// "figures/NAME.svg" is one of our own pictures.
std::string own_picture(std::string_view url) {
    constexpr std::string_view folder = "figures/", suffix = ".svg";
    if (!url.starts_with(folder) || !url.ends_with(suffix) || url.size() <= folder.size() + suffix.size()) return {};
    return std::string(url.substr(folder.size(), url.size() - folder.size() - suffix.size()));
}

// What is wrong with a photo whose data is base64; empty when nothing is.
std::string read_photo(Media& media, std::string data) {
    std::erase_if(data, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
    if (media.file.bytes.value_or(0) > largest_photo) return "is larger than 500 kB";
    const auto size = photo_size(data);
    if (!size) return "is neither PNG nor JPEG";
    media.figure = photo_name(*size, data);
    media.data = std::move(data);
    return {};
}

}  // namespace

std::optional<Media> read_media(const Reader& in, std::vector<Notice>& notices) {
    std::optional<Media> media;
    in.part("valueAttachment", [&](const Reader& attachment) {
        auto file = read_attachment(attachment);
        if (!file) return;
        media = Media{.file = *std::move(file)};
        media->figure = own_picture(media->file.url);
        std::string wrong;
        if (media->file.bytes) wrong = read_photo(*media, attachment.maybe<std::string>("data").value_or(""));
        else if (media->figure.empty() && safe_link(media->file.url).empty())
            wrong = "is neither within the form nor at an address on the web";
        if (wrong.empty()) return;
        const std::string name = media->file.title.empty() ? "a picture" : "the picture \"" + media->file.title + "\"";
        notices.push_back({in.maybe<std::string>("url").value_or(""), name + " is not shown: it " + wrong});
    });
    return media;
}

}  // namespace needlewise
