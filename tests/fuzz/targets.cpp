#include "tests/fuzz/targets.h"

#include <array>

namespace callboard::fuzz {

std::span<const Target> allTargets()
{
    static constexpr std::array kTargets{Target{"answers", answers},
                                         Target{"asset-requests", assetRequests},
                                         Target{"cloudevents", cloudEvents},
                                         Target{"door", door},
                                         Target{"drops", drops},
                                         Target{"durations", durations},
                                         Target{"headers", headers},
                                         Target{"mail-addresses", mailAddresses},
                                         Target{"notifications", notifications},
                                         Target{"receiver-scripts", receiverScripts},
                                         Target{"record-pairs", recordPairs},
                                         Target{"records", records},
                                         Target{"requests", requests},
                                         Target{"retry-after", retryAfter},
                                         Target{"smtp-replies", smtpReplies},
                                         Target{"smtp-urls", smtpUrls},
                                         Target{"target-imports", targetImports},
                                         Target{"urls", urls}};
    return kTargets;
}

} // namespace callboard::fuzz
