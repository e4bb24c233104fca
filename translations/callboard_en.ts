<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>callboard::AccessWords</name>
    <message numerus="yes">
        <source>%n pinned keys</source>
        <translation>
            <numerusform>%n pinned key</numerusform>
            <numerusform>%n pinned keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ends in %n days</source>
        <translation>
            <numerusform>ends in %n day</numerusform>
            <numerusform>ends in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ended %n days ago</source>
        <translation>
            <numerusform>ended %n day ago</numerusform>
            <numerusform>ended %n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::AssetsPage</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the newest %n; the filter finds the others</source>
        <translation>
            <numerusform>the newest; the filter finds the others</numerusform>
            <numerusform>the newest %n; the filter finds the others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known</source>
        <translation>
            <numerusform>%n known</numerusform>
            <numerusform>%n known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found by the filter</source>
        <translation>
            <numerusform>%n found by the filter</numerusform>
            <numerusform>%n found by the filter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::AssignDialog</name>
    <message numerus="yes">
        <source>%n events fired</source>
        <translation>
            <numerusform>%n event fired</numerusform>
            <numerusform>%n events fired</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::CertificateFields</name>
    <message numerus="yes">
        <source>And %n more. These alone vouch for the receiver.</source>
        <translation>
            <numerusform>And %n more. These alone vouch for the receiver.</numerusform>
            <numerusform>And %n more. These alone vouch for the receiver.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::Changes</name>
    <message numerus="yes">
        <source>%n fields differ from what delivery %1 told this target.</source>
        <translation>
            <numerusform>%n field differs from what delivery %1 told this target.</numerusform>
            <numerusform>%n fields differ from what delivery %1 told this target.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ChangesPane</name>
    <message numerus="yes">
        <source>%n fields differ at the platform from what was known here. Replay the latest state to tell this target.</source>
        <translation>
            <numerusform>%n field differs at the platform from what was known here. Replay the latest state to tell this target.</numerusform>
            <numerusform>%n fields differ at the platform from what was known here. Replay the latest state to tell this target.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ClosingDialog</name>
    <message numerus="yes">
        <source>%n deliveries are still to be sent.</source>
        <translation>
            <numerusform>%n delivery is still to be sent.</numerusform>
            <numerusform>%n deliveries are still to be sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::CompareDialog</name>
    <message numerus="yes">
        <source>%1, %n lines differ</source>
        <translation>
            <numerusform>%1, %n line differs</numerusform>
            <numerusform>%1, %n lines differ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::DeliveriesPage</name>
    <message numerus="yes">
        <source>Two deliveries can be compared at a time; %n are selected.</source>
        <translation>
            <numerusform>Two deliveries can be compared at a time; %n is selected.</numerusform>
            <numerusform>Two deliveries can be compared at a time; %n are selected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deliveries were cancelled.</source>
        <translation>
            <numerusform>%n delivery was cancelled.</numerusform>
            <numerusform>%n deliveries were cancelled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n deliveries? Their receivers will not be told.</source>
        <translation>
            <numerusform>Cancel %n delivery? Its receiver will not be told.</numerusform>
            <numerusform>Cancel %n deliveries? Their receivers will not be told.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::Desktop</name>
    <message numerus="yes">
        <source>%n deliveries to %1 are sent again.</source>
        <translation>
            <numerusform>%n delivery to %1 is sent again.</numerusform>
            <numerusform>%n deliveries to %1 are sent again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ExplainDialog</name>
    <message numerus="yes">
        <source>%1 of %n targets were called.</source>
        <translation>
            <numerusform>%1 of %n target was called.</numerusform>
            <numerusform>%1 of %n targets were called.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ExportFlow</name>
    <message numerus="yes">
        <source>%n deliveries are saved to %1.</source>
        <translation>
            <numerusform>%n delivery is saved to %1.</numerusform>
            <numerusform>%n deliveries are saved to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells that begin as a formula does (= + - @) have an apostrophe in front, so that no spreadsheet runs them.</source>
        <translation>
            <numerusform>%n cell that begins as a formula does (= + - @) has an apostrophe in front, so that no spreadsheet runs it.</numerusform>
            <numerusform>%n cells that begin as a formula does (= + - @) have an apostrophe in front, so that no spreadsheet runs them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::FailureWatch</name>
    <message numerus="yes">
        <source>%n deliveries to %1 failed</source>
        <translation>
            <numerusform>%n delivery to %1 failed</numerusform>
            <numerusform>%n deliveries to %1 failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::FilterBar</name>
    <message numerus="yes">
        <source>%n states</source>
        <translation>
            <numerusform>%n state</numerusform>
            <numerusform>%n states</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::FireEventDialog</name>
    <message numerus="yes">
        <source>%1 of %n targets would be called.</source>
        <translation>
            <numerusform>%1 of %n target would be called.</numerusform>
            <numerusform>%1 of %n targets would be called.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n targets are called</source>
        <translation>
            <numerusform>%n target is called</numerusform>
            <numerusform>%n targets are called</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::HealthWords</name>
    <message numerus="yes">
        <source>%n targets will be paused by Callboard within %1 h unless something arrives: %2</source>
        <translation>
            <numerusform>%n target will be paused by Callboard within %1 h unless something arrives: %2</numerusform>
            <numerusform>%n targets will be paused by Callboard within %1 h unless something arrives: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::HistoryWords</name>
    <message numerus="yes">
        <source>%n deliveries that ended before %1</source>
        <translation>
            <numerusform>%n delivery that ended before %1</numerusform>
            <numerusform>%n deliveries that ended before %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n targets</source>
        <translation>
            <numerusform>%n target</numerusform>
            <numerusform>%n targets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deliveries: %1</source>
        <translation>
            <numerusform>%n delivery: %1</numerusform>
            <numerusform>%n deliveries: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ImportDialog</name>
    <message numerus="yes">
        <source>%n repairs were made</source>
        <translation>
            <numerusform>%n repair was made</numerusform>
            <numerusform>%n repairs were made</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Save %n targets</source>
        <translation>
            <numerusform>&amp;Save %n target</numerusform>
            <numerusform>&amp;Save %n targets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n targets saved.</source>
        <translation>
            <numerusform>%n target saved.</numerusform>
            <numerusform>%n targets saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::OverviewWords</name>
    <message numerus="yes">
        <source>%Ln attempts failed</source>
        <translation>
            <numerusform>%Ln attempt failed</numerusform>
            <numerusform>%Ln attempts failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln attempts in doubt</source>
        <translation>
            <numerusform>%Ln attempt in doubt</numerusform>
            <numerusform>%Ln attempts in doubt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ProjectWords</name>
    <message numerus="yes">
        <source>%n open deliveries are cancelled</source>
        <translation>
            <numerusform>%n open delivery is cancelled</numerusform>
            <numerusform>%n open deliveries are cancelled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::RailButton</name>
    <message numerus="yes">
        <source>%1, %n need attention</source>
        <translation>
            <numerusform>%1, %n needs attention</numerusform>
            <numerusform>%1, %n need attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ReceivedModel</name>
    <message numerus="yes">
        <source>%Ln bytes of body</source>
        <translation>
            <numerusform>%Ln byte of body</numerusform>
            <numerusform>%Ln bytes of body</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ReceiverPage</name>
    <message numerus="yes">
        <source>%n requests were cleared from the list.</source>
        <translation>
            <numerusform>%n request was cleared from the list.</numerusform>
            <numerusform>%n requests were cleared from the list.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::RefreshFlow</name>
    <message numerus="yes">
        <source>%n fields differ: %1.</source>
        <translation>
            <numerusform>%n field differs: %1.</numerusform>
            <numerusform>%n fields differ: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ReplayFlow</name>
    <message numerus="yes">
        <source>Replays of %Ln deliveries, with the latest state, are on their way.</source>
        <translation>
            <numerusform>Replay of %Ln delivery, with the latest state, is on its way.</numerusform>
            <numerusform>Replays of %Ln deliveries, with the latest state, are on their way.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replays of %Ln deliveries are on their way.</source>
        <translation>
            <numerusform>Replay of %Ln delivery is on its way.</numerusform>
            <numerusform>Replays of %Ln deliveries are on their way.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A replay of all that matched a filter was interrupted. %Ln deliveries are left.</source>
        <translation>
            <numerusform>A replay of all that matched a filter was interrupted. %Ln delivery is left.</numerusform>
            <numerusform>A replay of all that matched a filter was interrupted. %Ln deliveries are left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replay all %Ln ended deliveries that match the filter?</source>
        <translation>
            <numerusform>Replay the %Ln ended delivery that matches the filter?</numerusform>
            <numerusform>Replay all %Ln ended deliveries that match the filter?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::ReportFlow</name>
    <message numerus="yes">
        <source>%n deliveries written to %1.</source>
        <translation>
            <numerusform>%n delivery written to %1.</numerusform>
            <numerusform>%n deliveries written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::SigningWords</name>
    <message numerus="yes">
        <source>%1, %n keys until %2</source>
        <translation>
            <numerusform>%1, %n key until %2</numerusform>
            <numerusform>%1, %n keys until %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::SubmitPane</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::TargetCommands</name>
    <message numerus="yes">
        <source>%n targets were changed: %1.</source>
        <translation>
            <numerusform>%n target was changed: %1.</numerusform>
            <numerusform>%n targets were changed: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n targets exported to %1. Secret values are left out.</source>
        <translation>
            <numerusform>%n target exported to %1. Secret values are left out.</numerusform>
            <numerusform>%n targets exported to %1. Secret values are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::TargetDialog</name>
    <message numerus="yes">
        <source>The curl command filled in URL, method, format and %n headers.</source>
        <translation>
            <numerusform>The curl command filled in URL, method, format and %n header.</numerusform>
            <numerusform>The curl command filled in URL, method, format and %n headers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more remarks</source>
        <translation>
            <numerusform>%n more remark</numerusform>
            <numerusform>%n more remarks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::TargetRemoval</name>
    <message numerus="yes">
        <source>%n targets are deleted when this message goes.</source>
        <translation>
            <numerusform>%n target is deleted when this message goes.</numerusform>
            <numerusform>%n targets are deleted when this message goes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open deliveries will be cancelled then.</source>
        <translation>
            <numerusform>%n open delivery will be cancelled then.</numerusform>
            <numerusform>%n open deliveries will be cancelled then.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::TargetWords</name>
    <message numerus="yes">
        <source>%n retries</source>
        <translation>
            <numerusform>%n retry</numerusform>
            <numerusform>%n retries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::TimePlot</name>
    <message numerus="yes">
        <source>%n lines of values copied, as CSV.</source>
        <translation>
            <numerusform>%n line of values copied, as CSV.</numerusform>
            <numerusform>%n lines of values copied, as CSV.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::TogetherDialog</name>
    <message numerus="yes">
        <source>Edit %n targets together[*]</source>
        <translation>
            <numerusform>Edit %n target together[*]</numerusform>
            <numerusform>Edit %n targets together[*]</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Save %n targets</source>
        <translation>
            <numerusform>&amp;Save %n target</numerusform>
            <numerusform>&amp;Save %n targets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::TruthLine</name>
    <message numerus="yes">
        <source>Ending: %n request(s) still under way</source>
        <translation>
            <numerusform>Ending: %n request still under way</numerusform>
            <numerusform>Ending: %n requests still under way</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::UnmatchedBar</name>
    <message numerus="yes">
        <source>More than %n encoder notifications match no asset</source>
        <translation>
            <numerusform>More than %n encoder notification matches no asset</numerusform>
            <numerusform>More than %n encoder notifications match no asset</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n encoder notifications match no asset</source>
        <translation>
            <numerusform>%n encoder notification matches no asset</numerusform>
            <numerusform>%n encoder notifications match no asset</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::UrlAdvice</name>
    <message numerus="yes">
        <source>Resolves to %1, certificate only %n days left: renew it now.</source>
        <translation>
            <numerusform>Resolves to %1, certificate only %n day left: renew it now.</numerusform>
            <numerusform>Resolves to %1, certificate only %n days left: renew it now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resolves to %1, certificate %n days left: renew it soon.</source>
        <translation>
            <numerusform>Resolves to %1, certificate %n day left: renew it soon.</numerusform>
            <numerusform>Resolves to %1, certificate %n days left: renew it soon.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resolves to %1, certificate %n days left.</source>
        <translation>
            <numerusform>Resolves to %1, certificate %n day left.</numerusform>
            <numerusform>Resolves to %1, certificate %n days left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>callboard::WindowStory</name>
    <message numerus="yes">
        <source>%n events became one request</source>
        <translation>
            <numerusform>%n event became one request</numerusform>
            <numerusform>%n events became one request</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requests saved</source>
        <translation>
            <numerusform>%n request saved</numerusform>
            <numerusform>%n requests saved</numerusform>
        </translation>
    </message>
</context>
</TS>
