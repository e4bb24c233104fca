#include "ui/look/secretclipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace callboard {

namespace {

// What KDE's, GNOME's and other clipboard managers look for.
QMimeData *marked(const QString &secret)
{
    auto *data = new QMimeData;
    data->setText(secret);
    data->setData(QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret"));
    return data;
}

} // namespace

void SecretClipboard::copy(const QString &secret, Milliseconds stay)
{
    qDeleteAll(qApp->findChildren<SecretClipboard *>(QString(), Qt::FindDirectChildrenOnly));
    QGuiApplication::clipboard()->setMimeData(marked(secret));
    new SecretClipboard(secret, stay, qApp);
}

SecretClipboard::SecretClipboard(QString secret, Milliseconds stay, QObject *parent)
    : QObject(parent)
    , m_secret(std::move(secret))
{
    m_end.setSingleShot(true);
    connect(&m_end, &QTimer::timeout, this, &SecretClipboard::takeAway);
    connect(qApp, &QCoreApplication::aboutToQuit, this, &SecretClipboard::takeAway);
    m_end.start(stay);
}

void SecretClipboard::takeAway()
{
    m_end.stop();
    QClipboard *clipboard = QGuiApplication::clipboard();
    if (!m_secret.isEmpty() && clipboard->text() == m_secret)
        clipboard->clear();
    m_secret.clear();
    deleteLater();
}

} // namespace callboard
