#include "ui/look/payloadlayer.h"

namespace callboard {

PayloadLayer::PayloadLayer()
{
    m_thread.setMaxThreadCount(1);
    m_thread.setObjectName(QStringLiteral("callboard-layout"));
}

PayloadLayer::~PayloadLayer()
{
    m_thread.clear();
    m_thread.waitForDone();
}

void PayloadLayer::ask(const QByteArray &bytes, PayloadLanguage language, bool pretty, qsizetype most, bool truncated)
{
    forget();
    m_thread.start([this, bytes, language, pretty, most, truncated, asked = m_asked] {
        const payloadtext::Layout layout = payloadtext::layOut(bytes, language, pretty, most, truncated);
        QMetaObject::invokeMethod(
            this,
            [this, layout, asked] {
                if (asked == m_asked)
                    emit laidOut(layout);
            },
            Qt::QueuedConnection);
    });
}

void PayloadLayer::forget()
{
    ++m_asked;
    m_thread.clear();
}

} // namespace callboard
