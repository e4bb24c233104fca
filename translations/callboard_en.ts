<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>callboard::DeliveriesPage</name>
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
    <name>callboard::TruthLine</name>
    <message numerus="yes">
        <source>Ending: %n request(s) still under way</source>
        <translation>
            <numerusform>Ending: %n request still under way</numerusform>
            <numerusform>Ending: %n requests still under way</numerusform>
        </translation>
    </message>
</context>
</TS>
