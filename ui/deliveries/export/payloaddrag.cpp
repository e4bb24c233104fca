#include "ui/deliveries/export/payloaddrag.h"

#include "ui/deliveries/deliverylistmodel.h"
#include "ui/deliveries/deliverytable.h"

#include <QDrag>
#include <QFile>
#include <QMimeData>
#include <QStringDecoder>
#include <QTemporaryDir>
#include <QUrl>

namespace callboard {

namespace {

constexpr qsizetype kLongestText = qsizetype(1024) * 1024; // larger ones are a file alone

// Null: these bytes are no text.
QString textOf(const QByteArray &bytes)
{
    if (bytes.size() >= kLongestText || bytes.contains('\0'))
        return {};
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder.decode(bytes);
    return decoder.hasError() ? QString() : text;
}

} // namespace

PayloadDrag::PayloadDrag(DeliveryTable &table, const DeliveryInspector &inspector, QObject *parent)
    : QObject(parent)
    , m_table(table)
    , m_inspector(inspector)
{
    connect(&table, &DeliveryTable::dragRequested, this, &PayloadDrag::begin);
}

PayloadDrag::~PayloadDrag() = default;

QString PayloadDrag::written(const NamedPayload &payload)
{
    if (!m_dir)
        m_dir = std::make_unique<QTemporaryDir>();
    QFile file(m_dir->filePath(payload.name));
    if (file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(payload.bytes) == payload.bytes.size() && file.flush())
        return file.fileName();
    emit refused(tr("%1 could not be written: %2").arg(file.fileName(), file.errorString()));
    return {};
}

std::unique_ptr<QMimeData> PayloadDrag::mimeData()
{
    const DeliveryId id{m_table.currentIndex().data(DeliveryListModel::IdRole).toLongLong()};
    const std::optional<NamedPayload> payload = m_inspector.payloadOf(id);
    const QString path = payload ? written(*payload) : QString();
    if (path.isEmpty())
        return nullptr;
    auto data = std::make_unique<QMimeData>();
    data->setUrls({QUrl::fromLocalFile(path)});
    if (const QString text = textOf(payload->bytes); !text.isNull())
        data->setText(text);
    return data;
}

void PayloadDrag::begin()
{
    std::unique_ptr<QMimeData> data = mimeData();
    if (!data)
        return;
    const int row = m_table.currentIndex().row();
    QWidget *viewport = m_table.viewport();
    const QRect shown(0, m_table.rowViewportPosition(row), viewport->width() / 2, m_table.rowHeight(row));
    auto *drag = new QDrag(&m_table);
    drag->setMimeData(data.release());
    drag->setPixmap(viewport->grab(shown));
    drag->setHotSpot(QPoint(0, shown.height() / 2)); // beside the pointer, and what it points at stays in sight
    drag->exec(Qt::CopyAction);
}

} // namespace callboard
