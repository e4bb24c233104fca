// What every load carries, ours and the others': a LightFlow record of about 400 bytes, one asset each, told apart by
// a number of fixed width in its id. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace callboard {

[[nodiscard]] std::string assetId(long number); // 6b48fbce-cd10-459c-b397-000000000042
[[nodiscard]] std::string record(long number);
// One CloudEvent in structured mode, as the door takes it.
[[nodiscard]] std::string cloudEvent(long number);
// The number of the first asset that a body names.
[[nodiscard]] std::optional<long> assetNumber(std::string_view body);

} // namespace callboard
