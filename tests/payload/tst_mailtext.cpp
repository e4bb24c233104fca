#include "core/payload/mailtext.h"
#include "core/payload/rendering.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace callboard;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

MediaEvent eventOf(Trigger trigger)
{
    MediaEvent event;
    event.trigger = trigger;
    event.type = info(trigger).eventType;
    event.asset = s("556114");
    event.time = s("2019-02-14T20:43:11.825Z");
    return event;
}

MediaRecord record(const QList<QPair<QByteArray, QString>> &fields)
{
    MediaRecord record;
    for (const auto &[name, text] : fields)
        record.setText(name, text);
    return record;
}

MailText written(const MediaRecord &record, Trigger trigger = Trigger::Success)
{
    return mailText(record, eventOf(trigger), PayloadFormat::LightFlow, {}, {});
}

// The texts of an HTML part, tag names apart; empty: it is not well formed.
QStringList textsOf(const QString &html, QStringList &tags)
{
    QString body = html.mid(html.indexOf(u'\n') + 1);
    body.replace(s("<br>"), s("<br/>"));
    QXmlStreamReader reader(body);
    QStringList texts;
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        if (token == QXmlStreamReader::StartElement)
            tags.append(reader.name().toString());
        if (token == QXmlStreamReader::Characters && !reader.isWhitespace())
            texts.append(reader.text().toString());
    }
    return reader.hasError() ? QStringList() : texts;
}

} // namespace

class TestMailText : public QObject {
    Q_OBJECT

private slots:
    void saysInTheSubjectWhatHappened_data();
    void saysInTheSubjectWhatHappened();
    void keepsTheSubjectToOneLine();
    void cutsALongSubjectBetweenCharacters();
    void writesTheDocumentsRecord();
    void alignsTheValues();
    void writesSparksRecordWithItsMeanings();
    void givesEachValueOneLineOnly();
    void keepsHtmlText();
    void letsTheAddressChooseSubjectAndNote();
    void namesTheAttachment();
    void holdsWithAnEmptyRecord();
};

void TestMailText::saysInTheSubjectWhatHappened_data()
{
    QTest::addColumn<MediaRecord>("given");
    QTest::addColumn<Trigger>("trigger");
    QTest::addColumn<QString>("subject");
    const MediaRecord named = record({{"assetName", s("T1S03")}});
    QTest::newRow("published") << named << Trigger::Success << s("T1S03 was published");
    QTest::newRow("failed") << named << Trigger::Failure << s("T1S03 failed");
    QTest::newRow("failed, and why") << record({{"assetName", s("T1S03")}, {"message", s("no audio")}})
                                     << Trigger::Failure << s("T1S03 failed: no audio");
    QTest::newRow("denied") << record({{"id", s("556114")}, {"moderationstatus", s("2")}}) << Trigger::Moderation
                            << s("556114 was moderated: denied");
    QTest::newRow("moderated, nobody knows how") << named << Trigger::Moderation << s("T1S03 was moderated");
    QTest::newRow("rated") << record({{"title", s("Test 7")}, {"rating", s("4.5")}}) << Trigger::Rating
                           << s("Test 7 was rated: 4.5");
    QTest::newRow("transcoded") << record({{"title", s("")}, {"filename", s("a.jpg")}}) << Trigger::Transcode
                                << s("a.jpg was transcoded");
    QTest::newRow("by its file") << record({{"inputUrl", s("https://x.example/in/T1S03.mp4?a=b")}}) << Trigger::Success
                                 << s("T1S03.mp4 was published");
    QTest::newRow("by its id") << MediaRecord() << Trigger::Success << s("556114 was published");
}

void TestMailText::saysInTheSubjectWhatHappened()
{
    QFETCH(MediaRecord, given);
    QFETCH(Trigger, trigger);
    QTEST(written(given, trigger).subject, "subject");
}

void TestMailText::keepsTheSubjectToOneLine()
{
    const MailText mail = written(record({{"assetName", s("T1\r\nBcc: a@x\u2028\u202Etxt\t\u0085end")}}));
    QCOMPARE(mail.subject, s("T1 Bcc: a@x txt end was published"));
    QCOMPARE(mailText({}, eventOf(Trigger::Success), PayloadFormat::LightFlow, s("a\nb"), {}).subject, s("a b"));
}

void TestMailText::cutsALongSubjectBetweenCharacters()
{
    for (int shift = 0; shift < 2; ++shift) {
        const QString name = QString(shift, u'a') + s("🎬").repeated(400);
        for (const QString &subject :
             {written(record({{"assetName", name}})).subject,
              mailText({}, eventOf(Trigger::Success), PayloadFormat::Spark, name, {}).subject}) {
            QVERIFY(subject.size() <= 200);
            QVERIFY(subject.contains(u'…'));
            QVERIFY(!QString::fromUtf8(subject.toUtf8()).contains(QChar::ReplacementCharacter));
            QVERIFY(!subject.toUtf8().contains('?'));
        }
    }
}

void TestMailText::writesTheDocumentsRecord()
{
    const MediaEvent sample = sampleEvent(Trigger::Success);
    const auto read = parseRecord(sample.data, sample.dataContentType);
    QVERIFY(read.has_value());
    const MailText mail = mailText(*read, sample, PayloadFormat::LightFlow, {}, {});
    QCOMPARE(mail.subject, s("T1S03 was published"));
    QVERIFY(mail.text.startsWith(s("T1S03 was published.\n\n")));
    for (const char *value : {"6b48fbce-cd10-459c-b397-5673e4bbafaf", "T1S03",
                              "https://storage.googleapis.com/T1S03.mp4", "finished", "120", "media.asset.published"}) {
        QVERIFY2(mail.text.contains(s(value)), value);
        QVERIFY2(mail.html.contains(s(value)), value);
    }
}

void TestMailText::alignsTheValues()
{
    const MailText mail = written(record({{"uuid", s("1")}, {"assetName", s("T1S03")}}));
    QVERIFY2(mail.text.contains(s("uuid:      1\nassetName: T1S03\n")), qPrintable(mail.text));
}

void TestMailText::writesSparksRecordWithItsMeanings()
{
    const MediaRecord denied = record({{"id", s("556114")}, {"moderationstatus", s("2")}, {"status", s("3")}});
    const MailText mail = written(denied, Trigger::Moderation);
    QVERIFY2(mail.text.contains(s("2 (denied)")), qPrintable(mail.text));
    QVERIFY2(mail.text.contains(s("3 (converted, ready)")), qPrintable(mail.text));
}

void TestMailText::givesEachValueOneLineOnly()
{
    const MailText mail = written(record({{"assetName", s("a\nstatus: finished")}, {"status", s("error")}}));
    int lines = 0;
    for (const QString &line : mail.text.split(u'\n'))
        lines += line.startsWith(s("status:")) ? 1 : 0;
    QCOMPARE(lines, 1);
    const MailText large = written(record({{"inputUrl", QString(100'000, u'x')}}));
    QVERIFY(large.text.size() < 3000);
}

void TestMailText::keepsHtmlText()
{
    const QString hostile = s("</td><script>alert(1)</script><img src=\"http://x\" onerror='y'>&amp;");
    const MailText mail = mailText(record({{"assetName", hostile}, {"username", hostile}}), eventOf(Trigger::Success),
                                   PayloadFormat::LightFlow, {}, s("<b>note</b>\nsecond"));
    QStringList tags;
    const QStringList texts = textsOf(mail.html, tags);
    QVERIFY(texts.contains(hostile));
    QVERIFY(texts.contains(s("<b>note</b>")));
    tags.removeDuplicates();
    tags.sort();
    QCOMPARE(tags, QStringList({s("body"), s("br"), s("html"), s("p"), s("table"), s("td"), s("tr")}));
}

void TestMailText::letsTheAddressChooseSubjectAndNote()
{
    const MailText mail = mailText(record({{"assetName", s("T1S03")}}), eventOf(Trigger::Success),
                                   PayloadFormat::LightFlow, s("Fertig: ü"), s("For the archive.\r\nThanks\r\n"));
    QCOMPARE(mail.subject, s("Fertig: ü"));
    QVERIFY(mail.text.startsWith(s("For the archive.\nThanks\n\nT1S03 was published.\n")));
}

void TestMailText::namesTheAttachment()
{
    const auto name = [](PayloadFormat format) -> QString {
        return mailText({}, eventOf(Trigger::Success), format, {}, {}).attachmentName;
    };
    QCOMPARE(name(PayloadFormat::LightFlow), s("callback.json"));
    QCOMPARE(name(PayloadFormat::CloudEvents), s("callback.json"));
    QCOMPARE(name(PayloadFormat::Spark), s("callback.xml"));
}

void TestMailText::holdsWithAnEmptyRecord()
{
    const MailText mail = written({});
    QStringList tags;
    QVERIFY(!textsOf(mail.html, tags).isEmpty());
    QVERIFY(mail.text.contains(s("556114 was published.")));
}

QTEST_APPLESS_MAIN(TestMailText)
#include "tst_mailtext.moc"
