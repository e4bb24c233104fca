// Small tables of facts: the rows of a QStandardItemModel that a PlainTable shows. Texts come from outside, so that
// each cell shows one escaped line and its tooltip the whole, never as rich text.
#pragma once

#include "ui/look/look.h"

#include <QStandardItemModel>

#include <optional>

namespace callboard {

struct Fact {
    QString text;
    std::optional<look::Tone> tone = std::nullopt;
    bool icon = false; // of the tone, before the text
};

// A model with these headings, left-aligned, and no rows.
[[nodiscard]] QStandardItemModel *factModel(const QStringList &headings, QObject *parent);
// In place: selection and scroll position of a view stay.
void setFacts(QStandardItemModel &model, int row, const QList<Fact> &facts);

} // namespace callboard
