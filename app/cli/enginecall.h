// One question to an engine that runs for this command alone, beside whichever dispatches the workspace.
#pragma once

#include "app/composition.h"

#include <QEventLoop>

namespace callboard::cli {

// `ask(service, context, then)` must call `then` once.
template <class T, class Ask>
[[nodiscard]] Result<T> askEngine(const QString &workspace, Ask ask)
{
    CompositionSettings settings{workspace, false, false};
    auto composition = Composition::start(settings);
    if (!composition)
        return tl::unexpected(composition.error());
    Result<T> answer = tl::unexpected(Error{});
    // The command has no loop of its own yet: this is it.
    QEventLoop loop;
    QObject::connect(composition->get(), &Composition::stopped, &loop, &QEventLoop::quit);
    ask((*composition)->engine(), &loop, [&](Result<T> result) {
        answer = std::move(result);
        (*composition)->stop();
    });
    loop.exec();
    return answer;
}

} // namespace callboard::cli
