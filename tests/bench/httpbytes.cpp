#include "httpbytes.h"

#include <cstdlib>
#include <string>

namespace callboard {

size_t wholeMessage(std::string_view bytes)
{
    const size_t end = bytes.find("\r\n\r\n");
    if (end == std::string_view::npos)
        return 0;
    constexpr std::string_view kName = "ontent-Length:"; // written with either C
    const size_t at = bytes.substr(0, end).find(kName);
    const size_t length = at == std::string_view::npos ? 0 : std::strtoul(&bytes[at + kName.size()], nullptr, 10);
    const size_t size = end + 4 + length;
    return bytes.size() >= size ? size : 0;
}

int statusOf(std::string_view response)
{
    constexpr std::string_view kVersion = "HTTP/1.1 ";
    return response.starts_with(kVersion) ? std::atoi(std::string(response.substr(kVersion.size(), 3)).c_str()) : 0;
}

} // namespace callboard
