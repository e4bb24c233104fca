// The right side of the target dialog: the exact bytes of the next request for a sample event or a real one, made by
// the function that feeds the wire, a moment after the last keystroke. Secret values show as dots. Of an e-mail: its
// headers and text, and below them the attachment.
#pragma once

#include "core/domain/event.h"
#include "core/domain/smtpserver.h"
#include "core/domain/target.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;

namespace callboard {

struct BuiltRequest;
class FieldLine;
class PayloadView;

// A real event and what a person calls its asset: its name or title, else its id.
struct PreviewEvent {
    MediaEvent event;
    QString name; // as the record has it: not escaped
};

[[nodiscard]] PreviewEvent previewEvent(const MediaEvent &event); // reads its record, however large: any thread

class RequestPreview : public QWidget {
    Q_OBJECT

public:
    explicit RequestPreview(QWidget *parent = nullptr);

    void setTarget(const CallbackTarget &target);
    void setMailServer(const SmtpServer &server); // names an e-mail's sender; never told: not known
    // The newest event of each of the last assets; offered below the samples.
    void setRecent(const QList<PreviewEvent> &events);
    [[nodiscard]] MediaEvent sample() const; // the chosen event, also where it is a real one

private:
    void fillSamples();
    void proposeSample();
    [[nodiscard]] QWidget *makeAttachment();
    void render();
    void showNothing(const QString &why);
    void showRequest(const BuiltRequest &built);
    void showMail(const BuiltRequest &built);

    CallbackTarget m_target;
    QList<PreviewEvent> m_recent;
    std::optional<SmtpServer> m_mailServer;
    bool m_chosen = false; // the operator picked a sample: it no longer follows the triggers
    bool m_rendered = false;
    QTimer m_soon;
    QComboBox *m_sampleCombo = nullptr;
    FieldLine *m_line = nullptr;
    PayloadView *m_view = nullptr;
    QWidget *m_attachmentPart = nullptr;
    QLabel *m_attachmentTitle = nullptr;
    PayloadView *m_attachment = nullptr;
};

} // namespace callboard
