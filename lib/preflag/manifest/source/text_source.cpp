#include <preflag/base/error.h>
#include <preflag/base/text.h>
#include <preflag/manifest/source/text_source.h>

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace preflag {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

} // namespace

TextSource::TextSource(OpenedFile file, const std::optional<std::string>& encoding)
    : file_(std::move(file)) {
    const std::string sample = first_block();
    if (file_.sheet) {
        encoding_ = "UTF-8";
        decoder_.emplace(encoding_);
        pending_ = sample;
        return;
    }
    encoding_ = encoding ? *encoding : detect_encoding(sample).name;
    decoder_.emplace(encoding_);
    decode_first(sample);
    if (trim(pending_).empty() && ended_)
        throw InputError(fmt::format("{}: the file is empty; there is nothing to screen", name()));
    if (std::string reason = not_text_because(decoder_->is_wide() ? pending_ : sample);
        !reason.empty())
        throw InputError(
            fmt::format("{}: is {}, not a manifest; give a CSV, YAML, JSON or JSON Lines file",
                        name(), reason));
}

std::string TextSource::first_block() {
    std::string sample(sample_bytes, '\0');
    std::size_t count = 0;
    while (count < sample.size() && !ended_) {
        const std::size_t got = file_.content->read(sample.data() + count, sample.size() - count);
        count += got;
        ended_ = got == 0;
    }
    sample.resize(count);
    return sample;
}

void TextSource::decode_first(std::string_view sample) {
    if (decoder_->is_identity())
        pending_ = sample;
    else
        decoder_->decode(sample, ended_, pending_);
    if (pending_.compare(0, byte_order_mark.size(), byte_order_mark) == 0)
        pending_.erase(0, byte_order_mark.size());
}

std::string_view TextSource::peek(std::size_t size) {
    pending_.erase(0, std::exchange(pending_offset_, 0));
    while (pending_.size() < size && read_on(pending_, size - pending_.size())) {
    }
    return std::string_view(pending_).substr(0, size);
}

bool TextSource::read(std::string& target, std::size_t size) {
    if (pending_offset_ == pending_.size())
        return read_on(target, size);
    const std::size_t count = std::min(size, pending_.size() - pending_offset_);
    target.append(pending_, pending_offset_, count);
    pending_offset_ += count;
    if (pending_offset_ == pending_.size()) {
        pending_ = {};
        pending_offset_ = 0;
    }
    return true;
}

bool TextSource::read_on(std::string& target, std::size_t size) {
    const std::size_t before = target.size();
    while (!ended_ && target.size() == before) {
        if (decoder_->is_identity()) {
            target.resize(before + size);
            const std::size_t got = file_.content->read(target.data() + before, size);
            target.resize(before + got);
            ended_ = got == 0;
        } else {
            block_.resize(size);
            const std::size_t got = file_.content->read(block_.data(), size);
            ended_ = got == 0;
            decoder_->decode({block_.data(), got}, ended_, target);
        }
    }
    return target.size() > before;
}

} // namespace preflag
