#include "core/domain/project.h"

#include <QTest>

using namespace callboard;

namespace {

Project sound()
{
    Project project;
    project.id = QStringLiteral("16");
    project.name = QStringLiteral("Toronto");
    project.mediaCallbackUrl = QStringLiteral("http://example.org/yourcallback.py");
    project.zone = QStringLiteral("America/Toronto");
    return project;
}

} // namespace

class TestProject : public QObject {
    Q_OBJECT

private slots:
    void acceptsASoundProject();
    void everythingButTheIdMayBeMissing();
    void namesWhatKeepsItFromBeingSaved_data();
    void namesWhatKeepsItFromBeingSaved();
};

void TestProject::acceptsASoundProject()
{
    QVERIFY(!projectProblem(sound()));
}

void TestProject::everythingButTheIdMayBeMissing()
{
    Project project;
    project.id = QStringLiteral("16");
    QVERIFY(!projectProblem(project));
}

void TestProject::namesWhatKeepsItFromBeingSaved_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("part");
    const QString id = QStringLiteral("16");
    QTest::newRow("no id") << QString() << QString() << QString() << QStringLiteral("missing");
    QTest::newRow("blank id") << QStringLiteral(" ") << QString() << QString() << QStringLiteral("missing");
    QTest::newRow("id with blanks") << QStringLiteral("16 ") << QString() << QString() << QStringLiteral("blank");
    QTest::newRow("unknown zone") << id << QString() << QStringLiteral("Mars/Base") << QStringLiteral("Mars/Base");
    QTest::newRow("no scheme") << id << QStringLiteral("example.org") << QString() << QStringLiteral("scheme");
    QTest::newRow("other scheme") << id << QStringLiteral("ftp://example.org/") << QString() << QStringLiteral("ftp");
    QTest::newRow("mail") << id << QStringLiteral("mailto:a@example.org") << QString() << QStringLiteral("HTTP");
}

void TestProject::namesWhatKeepsItFromBeingSaved()
{
    QFETCH(QString, id);
    QFETCH(QString, url);
    QFETCH(QString, zone);
    QFETCH(QString, part);
    Project project = sound();
    project.id = id;
    project.mediaCallbackUrl = url;
    project.zone = zone;
    const auto problem = projectProblem(project);
    QVERIFY(problem);
    QVERIFY2(problem->contains(part), qPrintable(*problem));
}

QTEST_APPLESS_MAIN(TestProject)
#include "tst_project.moc"
