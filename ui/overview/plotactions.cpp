// What a plot's menu does: its picture, its values.
#include "ui/overview/plotexport.h"
#include "ui/overview/timeplot.h"
#include "ui/shell/palette/commands.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QSaveFile>

namespace callboard {

// The command palette lists them for every plot there is.
void TimePlot::makeActions()
{
    setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *save = new QAction(tr("Save picture…"), this);
    save->setObjectName(QStringLiteral("savePictureAction"));
    nameCommand(*save, tr("Save picture: %1…").arg(accessibleName()));
    connect(save, &QAction::triggered, this, &TimePlot::choosePicture);
    auto *copy = new QAction(tr("Copy values"), this);
    copy->setObjectName(QStringLiteral("copyValuesAction"));
    nameCommand(*copy, tr("Copy values: %1").arg(accessibleName()));
    connect(copy, &QAction::triggered, this, &TimePlot::copyValues);
    addActions({save, copy});
}

void TimePlot::choosePicture()
{
    auto *dialog = new QFileDialog(this, tr("Save picture"));
    dialog->setObjectName(QStringLiteral("savePictureDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Picture (*.png)"), tr("Drawing (*.svg)")});
    dialog->setDefaultSuffix(QStringLiteral("png"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(QLatin1String("*.svg")) ? QStringLiteral("svg")
                                                                         : QStringLiteral("png"));
    });
    dialog->selectFile(objectName() + QStringLiteral(".png"));
    connect(dialog, &QFileDialog::fileSelected, this, &TimePlot::savePicture);
    dialog->open();
}

void TimePlot::savePicture(const QString &path)
{
    unmark(); // what was being read is no part of it
    const bool drawn = path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive);
    const QByteArray bytes = pictureOf(plot(), drawn ? PictureFormat::Svg : PictureFormat::Png);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return emit complained(tr("%1 could not be written: %2").arg(path, file.errorString()));
    emit said(tr("Picture saved to %1.").arg(path));
}

void TimePlot::copyValues()
{
    QGuiApplication::clipboard()->setText(QString::fromUtf8(valuesOf(m_shown, m_step)));
    emit said(tr("%n lines of values copied, as CSV.", nullptr, bucketCount()));
}

} // namespace callboard
