#include "record.h"

#include <cstdio>
#include <cstdlib>

namespace callboard {

namespace {

constexpr std::string_view kPrefix = "6b48fbce-cd10-459c-b397-";
constexpr size_t kDigits = 12;

} // namespace

std::string assetId(long number)
{
    char digits[24];
    const int size = std::snprintf(digits, sizeof digits, "%012ld", number);
    return std::string(kPrefix).append(digits, size_t(size));
}

std::string record(long number)
{
    const std::string id = assetId(number);
    return R"({"uuid":")" + id
        + R"(","assetName":"T1S03","inputUrl":"https://storage.googleapis.com/T1S03.mp4",)"
          R"("username":"jonhdoe@epiclabs.io","startDate":"2019-02-14T20:32:48.898Z",)"
          R"("endDate":"2019-02-14T20:43:11.825Z","status":"finished","metadata":{},"duration":120,)"
          R"("assetUrl":"https://dashboard.lightflow.media/perceptual-quality/)"
        + id + R"(","thumbnail":"http://video.lightflow.media/thumb/T1S03?time=50&width=320"})";
}

std::string cloudEvent(long number)
{
    return R"({"specversion":"1.0","id":"e)" + std::to_string(number)
        + R"(","source":"/bench","type":"media.asset.published","subject":")" + assetId(number) + R"(","data":)"
        + record(number) + "}";
}

std::optional<long> assetNumber(std::string_view body)
{
    const size_t at = body.find(kPrefix);
    if (at == std::string_view::npos || body.size() < at + kPrefix.size() + kDigits)
        return {};
    return std::strtol(std::string(body.substr(at + kPrefix.size(), kDigits)).c_str(), nullptr, 10);
}

} // namespace callboard
