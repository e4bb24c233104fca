<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
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
