target_sources(callboard_ui PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/attemptspane.cpp ${CMAKE_CURRENT_LIST_DIR}/attemptspane.h
    ${CMAKE_CURRENT_LIST_DIR}/curlcommand.cpp ${CMAKE_CURRENT_LIST_DIR}/curlcommand.h
    ${CMAKE_CURRENT_LIST_DIR}/deliveriespage.cpp ${CMAKE_CURRENT_LIST_DIR}/deliveriespage.h
    ${CMAKE_CURRENT_LIST_DIR}/deliveryactions.cpp
    ${CMAKE_CURRENT_LIST_DIR}/deliveryadvice.cpp
    ${CMAKE_CURRENT_LIST_DIR}/deliverychanges.cpp
    ${CMAKE_CURRENT_LIST_DIR}/deliverycontent.cpp
    ${CMAKE_CURRENT_LIST_DIR}/deliverydelegate.cpp ${CMAKE_CURRENT_LIST_DIR}/deliverydelegate.h
    ${CMAKE_CURRENT_LIST_DIR}/deliveryinspector.cpp ${CMAKE_CURRENT_LIST_DIR}/deliveryinspector.h
    ${CMAKE_CURRENT_LIST_DIR}/deliverylayout.cpp
    ${CMAKE_CURRENT_LIST_DIR}/deliverylistmodel.cpp ${CMAKE_CURRENT_LIST_DIR}/deliverylistmodel.h
    ${CMAKE_CURRENT_LIST_DIR}/deliverymenu.cpp
    ${CMAKE_CURRENT_LIST_DIR}/deliverysession.cpp
    ${CMAKE_CURRENT_LIST_DIR}/deliverypages.cpp
    ${CMAKE_CURRENT_LIST_DIR}/deliverysource.cpp ${CMAKE_CURRENT_LIST_DIR}/deliverysource.h
    ${CMAKE_CURRENT_LIST_DIR}/deliverytable.cpp ${CMAKE_CURRENT_LIST_DIR}/deliverytable.h
    ${CMAKE_CURRENT_LIST_DIR}/deliverytext.cpp ${CMAKE_CURRENT_LIST_DIR}/deliverytext.h
    ${CMAKE_CURRENT_LIST_DIR}/eventspane.cpp ${CMAKE_CURRENT_LIST_DIR}/eventspane.h
    ${CMAKE_CURRENT_LIST_DIR}/filterbar.cpp ${CMAKE_CURRENT_LIST_DIR}/filterbar.h
    ${CMAKE_CURRENT_LIST_DIR}/followchip.cpp ${CMAKE_CURRENT_LIST_DIR}/followchip.h
    ${CMAKE_CURRENT_LIST_DIR}/inspectorbuttons.cpp ${CMAKE_CURRENT_LIST_DIR}/inspectorbuttons.h
    ${CMAKE_CURRENT_LIST_DIR}/mailadvice.cpp ${CMAKE_CURRENT_LIST_DIR}/mailadvice.h
    ${CMAKE_CURRENT_LIST_DIR}/ratelabel.cpp ${CMAKE_CURRENT_LIST_DIR}/ratelabel.h
    ${CMAKE_CURRENT_LIST_DIR}/signaturewords.cpp ${CMAKE_CURRENT_LIST_DIR}/signaturewords.h
    ${CMAKE_CURRENT_LIST_DIR}/windowstory.cpp ${CMAKE_CURRENT_LIST_DIR}/windowstory.h
    ${CMAKE_CURRENT_LIST_DIR}/changes/assetchanges.cpp ${CMAKE_CURRENT_LIST_DIR}/changes/assetchanges.h
    ${CMAKE_CURRENT_LIST_DIR}/changes/changemodel.cpp ${CMAKE_CURRENT_LIST_DIR}/changes/changemodel.h
    ${CMAKE_CURRENT_LIST_DIR}/changes/changespane.cpp ${CMAKE_CURRENT_LIST_DIR}/changes/changespane.h
    ${CMAKE_CURRENT_LIST_DIR}/changes/changewords.cpp ${CMAKE_CURRENT_LIST_DIR}/changes/changewords.h
    ${CMAKE_CURRENT_LIST_DIR}/changes/recordmodel.cpp ${CMAKE_CURRENT_LIST_DIR}/changes/recordmodel.h
    ${CMAKE_CURRENT_LIST_DIR}/compare/comparedialog.cpp ${CMAKE_CURRENT_LIST_DIR}/compare/comparedialog.h
    ${CMAKE_CURRENT_LIST_DIR}/compare/comparing.cpp
    ${CMAKE_CURRENT_LIST_DIR}/compare/linediff.cpp ${CMAKE_CURRENT_LIST_DIR}/compare/linediff.h
    ${CMAKE_CURRENT_LIST_DIR}/content/headtable.cpp ${CMAKE_CURRENT_LIST_DIR}/content/headtable.h
    ${CMAKE_CURRENT_LIST_DIR}/content/messagepane.cpp ${CMAKE_CURRENT_LIST_DIR}/content/messagepane.h
    ${CMAKE_CURRENT_LIST_DIR}/content/noteline.cpp ${CMAKE_CURRENT_LIST_DIR}/content/noteline.h
    ${CMAKE_CURRENT_LIST_DIR}/content/payloadactions.cpp
    ${CMAKE_CURRENT_LIST_DIR}/content/payloadtools.cpp ${CMAKE_CURRENT_LIST_DIR}/content/payloadtools.h
    ${CMAKE_CURRENT_LIST_DIR}/export/copytext.cpp ${CMAKE_CURRENT_LIST_DIR}/export/copytext.h
    ${CMAKE_CURRENT_LIST_DIR}/export/deliveryexporting.cpp
    ${CMAKE_CURRENT_LIST_DIR}/export/exportflow.cpp ${CMAKE_CURRENT_LIST_DIR}/export/exportflow.h
    ${CMAKE_CURRENT_LIST_DIR}/export/har.cpp ${CMAKE_CURRENT_LIST_DIR}/export/har.h
    ${CMAKE_CURRENT_LIST_DIR}/export/payloaddrag.cpp ${CMAKE_CURRENT_LIST_DIR}/export/payloaddrag.h
    ${CMAKE_CURRENT_LIST_DIR}/export/requesthead.cpp ${CMAKE_CURRENT_LIST_DIR}/export/requesthead.h
    ${CMAKE_CURRENT_LIST_DIR}/export/rowexport.cpp ${CMAKE_CURRENT_LIST_DIR}/export/rowexport.h
    ${CMAKE_CURRENT_LIST_DIR}/filter/filterbarbuilding.cpp
    ${CMAKE_CURRENT_LIST_DIR}/filter/filtercompletion.cpp ${CMAKE_CURRENT_LIST_DIR}/filter/filtercompletion.h
    ${CMAKE_CURRENT_LIST_DIR}/filter/filterfield.cpp ${CMAKE_CURRENT_LIST_DIR}/filter/filterfield.h
    ${CMAKE_CURRENT_LIST_DIR}/filter/filtermenu.cpp ${CMAKE_CURRENT_LIST_DIR}/filter/filtermenu.h
    ${CMAKE_CURRENT_LIST_DIR}/filter/filtershelf.cpp ${CMAKE_CURRENT_LIST_DIR}/filter/filtershelf.h
    ${CMAKE_CURRENT_LIST_DIR}/list/daterange.cpp ${CMAKE_CURRENT_LIST_DIR}/list/daterange.h
    ${CMAKE_CURRENT_LIST_DIR}/list/deliverycolumns.cpp ${CMAKE_CURRENT_LIST_DIR}/list/deliverycolumns.h
    ${CMAKE_CURRENT_LIST_DIR}/list/deliveryfiltering.cpp
    ${CMAKE_CURRENT_LIST_DIR}/list/deliverymarks.cpp
    ${CMAKE_CURRENT_LIST_DIR}/list/deliverysearching.cpp
    ${CMAKE_CURRENT_LIST_DIR}/list/searchline.cpp ${CMAKE_CURRENT_LIST_DIR}/list/searchline.h
    ${CMAKE_CURRENT_LIST_DIR}/list/filterchip.cpp ${CMAKE_CURRENT_LIST_DIR}/list/filterchip.h
    ${CMAKE_CURRENT_LIST_DIR}/list/filtertime.cpp
    ${CMAKE_CURRENT_LIST_DIR}/list/recentdeliveries.h
    ${CMAKE_CURRENT_LIST_DIR}/list/rowcopy.cpp ${CMAKE_CURRENT_LIST_DIR}/list/rowcopy.h
    ${CMAKE_CURRENT_LIST_DIR}/report/deliveryreport.cpp ${CMAKE_CURRENT_LIST_DIR}/report/deliveryreport.h
    ${CMAKE_CURRENT_LIST_DIR}/report/reportflow.cpp ${CMAKE_CURRENT_LIST_DIR}/report/reportflow.h
    ${CMAKE_CURRENT_LIST_DIR}/replay/resenddialog.cpp ${CMAKE_CURRENT_LIST_DIR}/replay/resenddialog.h
    ${CMAKE_CURRENT_LIST_DIR}/replay/refreshflow.cpp ${CMAKE_CURRENT_LIST_DIR}/replay/refreshflow.h
    ${CMAKE_CURRENT_LIST_DIR}/replay/replaybutton.cpp ${CMAKE_CURRENT_LIST_DIR}/replay/replaybutton.h
    ${CMAKE_CURRENT_LIST_DIR}/replay/replayingall.cpp
    ${CMAKE_CURRENT_LIST_DIR}/replay/replayflow.cpp ${CMAKE_CURRENT_LIST_DIR}/replay/replayflow.h
    ${CMAKE_CURRENT_LIST_DIR}/replay/replayplan.cpp ${CMAKE_CURRENT_LIST_DIR}/replay/replayplan.h
    ${CMAKE_CURRENT_LIST_DIR}/replay/replayverdict.cpp ${CMAKE_CURRENT_LIST_DIR}/replay/replayverdict.h
    ${CMAKE_CURRENT_LIST_DIR}/replay/replaywatch.cpp ${CMAKE_CURRENT_LIST_DIR}/replay/replaywatch.h)
