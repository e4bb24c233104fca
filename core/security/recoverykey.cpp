#include "core/security/recoverykey.h"

#include <QList>

#include <sodium.h>

#include <algorithm>

namespace callboard {

namespace {

constexpr char kAlphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr int kBitsOfALetter = 5;
constexpr int kGroup = 5;                                                               // letters, without the check
constexpr int kLetters = (kRecoveryKeyBytes * 8 + kBitsOfALetter - 1) / kBitsOfALetter; // 52
constexpr int kGroups = (kLetters + kGroup - 1) / kGroup;                               // 11, the last a short one

int valueOf(QChar letter)
{
    const char upper = letter.toUpper().toLatin1();
    if (upper == 'O')
        return 0;
    if (upper == 'I' || upper == 'L')
        return 1;
    const char *end = kAlphabet + 32;
    const char *found = std::find(kAlphabet, end, upper);
    return found == end ? -1 : int(found - kAlphabet);
}

// Of a group's letters and its place: a slip is always found, a swap nearly always. Weights are odd, hence without a
// common factor with 32, and no two are the same.
int checkOf(const QList<int> &letters, int group)
{
    int sum = 7 * group + 11;
    for (qsizetype i = 0; i < letters.size(); ++i)
        sum += int(2 * i + 3) * letters[i];
    return sum % 32;
}

QList<int> lettersOf(const QByteArray &key)
{
    QList<int> letters;
    int held = 0;
    int bits = 0;
    for (const char byte : key) {
        held = (held << 8 | quint8(byte)) & 0xFFF;
        for (bits += 8; bits >= kBitsOfALetter; bits -= kBitsOfALetter)
            letters.append(held >> (bits - kBitsOfALetter) & 31);
    }
    letters.append(held << (kBitsOfALetter - bits) & 31);
    return letters;
}

QByteArray bytesOf(const QList<int> &letters)
{
    QByteArray key;
    int held = 0;
    int bits = 0;
    for (const int letter : letters) {
        held = (held << kBitsOfALetter | letter) & 0xFFF;
        bits += kBitsOfALetter;
        if (bits >= 8 && key.size() < kRecoveryKeyBytes) {
            bits -= 8;
            key.append(char(held >> bits & 255));
        }
    }
    return key;
}

tl::unexpected<Error> refuse(const QString &sentence)
{
    return fail(ErrorCode::InvalidArgument, sentence);
}

} // namespace

QByteArray makeRecoveryKey()
{
    QByteArray key(kRecoveryKeyBytes, Qt::Uninitialized);
    randombytes_buf(key.data(), kRecoveryKeyBytes);
    return key;
}

QString recoveryKeyText(const QByteArray &key)
{
    Q_ASSERT(key.size() == kRecoveryKeyBytes);
    const QList<int> letters = lettersOf(key);
    QString text;
    for (int group = 0; group < kGroups; ++group) {
        const QList<int> part = letters.mid(group * kGroup, kGroup);
        if (group > 0)
            text += u'-';
        for (const int letter : part)
            text += QLatin1Char(kAlphabet[letter]);
        text += QLatin1Char(kAlphabet[checkOf(part, group)]);
    }
    return text;
}

Result<QByteArray> recoveryKeyFrom(const QString &text)
{
    QList<int> all;
    for (const QChar letter : text) {
        if (letter.isSpace() || letter == u'-' || letter == u'–')
            continue;
        const int value = valueOf(letter);
        if (value < 0)
            return refuse(QStringLiteral("Letter %1 can't be in a recovery key.").arg(all.size() + 1));
        all.append(value);
    }
    if (all.size() != kLetters + kGroups)
        return refuse(QStringLiteral("A recovery key has %1 letters and digits; here are %2.")
                          .arg(kLetters + kGroups)
                          .arg(all.size()));
    QList<int> letters;
    for (int group = 0; group < kGroups; ++group) {
        QList<int> part = all.mid(group * (kGroup + 1), kGroup + 1);
        const int check = part.takeLast();
        if (check != checkOf(part, group))
            return refuse(QStringLiteral("Group %1 of the recovery key is not as it was shown.").arg(group + 1));
        letters += part;
    }
    return bytesOf(letters);
}

} // namespace callboard
