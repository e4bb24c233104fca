#include "ui/look/secretclipboard.h"
#include "ui/look/secretguard.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDirIterator>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QTest>

using namespace callboard;

namespace {

const QString kSecret = QStringLiteral("whsec_hunter2");

class Box : public QLineEdit {
public:
    Box()
    {
        SecretGuard::watch(this);
        setText(kSecret);
        show();
        setFocus();
        QVERIFY(QTest::qWaitForWindowExposed(this));
    }

    QMenu *openMenu()
    {
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(2, 2), mapToGlobal(QPoint(2, 2)));
        QApplication::sendEvent(this, &event);
        return findChild<QMenu *>();
    }
};

QString onClipboard()
{
    return QGuiApplication::clipboard()->text();
}

bool isMarked()
{
    return QGuiApplication::clipboard()->mimeData()->hasFormat(QStringLiteral("x-kde-passwordManagerHint"));
}

QAction *entry(const QMenu *menu, const char *words)
{
    for (QAction *action : menu->actions()) {
        if (action->text().remove(u'&').startsWith(QLatin1String(words)))
            return action;
    }
    return nullptr;
}

} // namespace

class TestSecretGuard : public QObject {
    Q_OBJECT

private slots:
    void cleanup();

    void copiedByKeysItIsKeptByTheClipboardForSecrets();
    void cutByKeysToo();
    void theMenuDoesTheSame();
    void deletingToTheEndCopiesNothing();
    void dotsAreNotCopied();
    void whatIsSelectedIsOfferedToNobody();
    void everyBoxOfDotsIsWatched();
};

void TestSecretGuard::cleanup()
{
    qDeleteAll(qApp->findChildren<SecretClipboard *>());
    QGuiApplication::clipboard()->clear();
}

void TestSecretGuard::copiedByKeysItIsKeptByTheClipboardForSecrets()
{
    for (const QKeySequence &keys : QKeySequence::keyBindings(QKeySequence::Copy)) {
        Box box;
        box.selectAll();
        QTest::keySequence(&box, keys);
        QCOMPARE(onClipboard(), kSecret);
        QVERIFY2(isMarked(), qPrintable(keys.toString()));
        QVERIFY(qApp->findChild<SecretClipboard *>());
        cleanup();
    }
}

void TestSecretGuard::cutByKeysToo()
{
    Box box;
    box.setSelection(0, 6);
    QTest::keySequence(&box, QKeySequence::Cut);
    QCOMPARE(box.text(), QStringLiteral("hunter2"));
    QCOMPARE(onClipboard(), QStringLiteral("whsec_"));
    QVERIFY(isMarked());
    QTest::keySequence(&box, QKeySequence::Undo);
    QCOMPARE(box.text(), kSecret);
}

void TestSecretGuard::theMenuDoesTheSame()
{
    for (const char *words : {"Copy", "Cut"}) {
        Box box;
        box.selectAll();
        QMenu *menu = box.openMenu();
        QVERIFY(menu);
        QAction *action = entry(menu, words);
        QVERIFY2(action && action->isEnabled(), words);
        action->trigger();
        QCOMPARE(onClipboard(), kSecret);
        QVERIFY2(isMarked(), words);
        menu->close();
        cleanup();
    }
}

void TestSecretGuard::deletingToTheEndCopiesNothing()
{
    Box box;
    for (const auto key : {QKeySequence::DeleteEndOfLine, QKeySequence::DeleteCompleteLine}) {
        for (const QKeySequence &keys : QKeySequence::keyBindings(key)) {
            box.setText(kSecret);
            box.setCursorPosition(6);
            QTest::keySequence(&box, keys);
            QCOMPARE(box.text(), key == QKeySequence::DeleteEndOfLine ? QStringLiteral("whsec_") : QString());
            QCOMPARE(onClipboard(), QString());
        }
    }
}

void TestSecretGuard::dotsAreNotCopied()
{
    Box box;
    box.setEchoMode(QLineEdit::Password);
    box.selectAll();
    QTest::keySequence(&box, QKeySequence::Copy);
    QTest::keySequence(&box, QKeySequence::Cut);
    QCOMPARE(onClipboard(), QString());
    QCOMPARE(box.text(), kSecret);
}

// As X11 and Wayland have it: what was selected last, for a middle click. Without it there is none to be offered by.
void TestSecretGuard::whatIsSelectedIsOfferedToNobody()
{
    const QClipboard *clipboard = QGuiApplication::clipboard();
    const auto offered = [clipboard] {
        return clipboard->supportsSelection() ? clipboard->text(QClipboard::Selection) : QString();
    };
    QLineEdit plain(kSecret); // this one may
    plain.show();
    QVERIFY(QTest::qWaitForWindowExposed(&plain));
    QTest::mouseDClick(&plain, Qt::LeftButton, {}, QPoint(15, 5));
    QTest::mouseRelease(&plain, Qt::LeftButton, {}, QPoint(15, 5));
    QCOMPARE(offered(), clipboard->supportsSelection() ? kSecret : QString());
    Box box;
    QTest::mouseDClick(&box, Qt::LeftButton, {}, QPoint(15, 5));
    QTest::mouseRelease(&box, Qt::LeftButton, {}, QPoint(15, 5));
    QCOMPARE(box.selectedText(), kSecret);
    QCOMPARE(offered(), QString());
    box.deselect();
    QTest::keySequence(&box, QKeySequence::SelectAll);
    QTest::keyClick(&box, Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(box.selectedText(), kSecret.chopped(1));
    QCOMPARE(offered(), QString());
}

// Whoever makes a box of dots has it watched: told by the sources, since what is shown in plain is copied, too.
void TestSecretGuard::everyBoxOfDotsIsWatched()
{
    QDirIterator sources(QStringLiteral(CALLBOARD_SOURCE_DIR "/ui"), {QStringLiteral("*.cpp")}, QDir::Files,
                         QDirIterator::Subdirectories);
    int boxes = 0;
    while (sources.hasNext()) {
        QFile file(sources.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        if (!text.contains("QLineEdit::Password"))
            continue;
        ++boxes;
        QVERIFY2(text.contains("SecretGuard::watch("), qPrintable(file.fileName()));
    }
    QVERIFY(boxes >= 4);
}

QTEST_MAIN(TestSecretGuard)
#include "tst_secretguard.moc"
