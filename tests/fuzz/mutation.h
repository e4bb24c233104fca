// What a fuzzer would make of a seed, without one: a few random changes, the same for the same number. It follows no
// coverage as libFuzzer does (./dev fuzz), and needs no other compiler.
#pragma once

#include <QByteArray>
#include <QList>

namespace callboard::fuzz {

// `seeds`: of the same target, whose parts may be taken in.
[[nodiscard]] QByteArray mutated(const QByteArray &seed, const QList<QByteArray> &seeds, quint32 number);

} // namespace callboard::fuzz
