#include "ui/look/secretclipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QTest>

using namespace callboard;
using namespace std::chrono_literals;

class TestSecretClipboard : public QObject {
    Q_OBJECT

private slots:
    void cleanup();

    void aSecretIsMarkedForClipboardManagers();
    void itGoesAfterItsTime();
    void itGoesWhenTheProgramEnds();
    void whatWasCopiedSinceStays();
    void aSecondTakesThePlaceOfTheFirst();
};

namespace {

QString onClipboard()
{
    return QGuiApplication::clipboard()->text();
}

QList<SecretClipboard *> watching()
{
    return qApp->findChildren<SecretClipboard *>();
}

} // namespace

void TestSecretClipboard::cleanup()
{
    qDeleteAll(watching());
    QGuiApplication::clipboard()->clear();
}

void TestSecretClipboard::aSecretIsMarkedForClipboardManagers()
{
    SecretClipboard::copy(QStringLiteral("whsec_hunter2"));
    QCOMPARE(onClipboard(), QStringLiteral("whsec_hunter2"));
    QCOMPARE(QGuiApplication::clipboard()->mimeData()->data(QStringLiteral("x-kde-passwordManagerHint")),
             QByteArray("secret"));
}

void TestSecretClipboard::itGoesAfterItsTime()
{
    SecretClipboard::copy(QStringLiteral("hunter2"), 1ms);
    QTRY_VERIFY(onClipboard().isEmpty());
    QTRY_VERIFY(watching().isEmpty());
}

void TestSecretClipboard::itGoesWhenTheProgramEnds()
{
    SecretClipboard::copy(QStringLiteral("hunter2"));
    QMetaObject::invokeMethod(qApp, "aboutToQuit", Qt::DirectConnection);
    QVERIFY(onClipboard().isEmpty());
}

void TestSecretClipboard::whatWasCopiedSinceStays()
{
    SecretClipboard::copy(QStringLiteral("hunter2"));
    QGuiApplication::clipboard()->setText(QStringLiteral("something else"));
    watching().constFirst()->takeAway();
    QCOMPARE(onClipboard(), QStringLiteral("something else"));
}

void TestSecretClipboard::aSecondTakesThePlaceOfTheFirst()
{
    SecretClipboard::copy(QStringLiteral("hunter2"));
    SecretClipboard::copy(QStringLiteral("hunter3"));
    QCOMPARE(watching().size(), 1);
    QCOMPARE(onClipboard(), QStringLiteral("hunter3"));
    watching().constFirst()->takeAway();
    QVERIFY(onClipboard().isEmpty());
}

QTEST_MAIN(TestSecretClipboard)
#include "tst_secretclipboard.moc"
