target_sources(callboard_ui PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/accesswords.cpp ${CMAKE_CURRENT_LIST_DIR}/accesswords.h
    ${CMAKE_CURRENT_LIST_DIR}/arranging.cpp ${CMAKE_CURRENT_LIST_DIR}/arranging.h
    ${CMAKE_CURRENT_LIST_DIR}/certificateends.cpp ${CMAKE_CURRENT_LIST_DIR}/certificateends.h
    ${CMAKE_CURRENT_LIST_DIR}/dialogaids.h
    ${CMAKE_CURRENT_LIST_DIR}/discardbar.cpp ${CMAKE_CURRENT_LIST_DIR}/discardbar.h
    ${CMAKE_CURRENT_LIST_DIR}/draft/accessdraft.cpp ${CMAKE_CURRENT_LIST_DIR}/draft/accessdraft.h
    ${CMAKE_CURRENT_LIST_DIR}/draft/draftkeeper.cpp ${CMAKE_CURRENT_LIST_DIR}/draft/draftkeeper.h
    ${CMAKE_CURRENT_LIST_DIR}/draft/draftstore.cpp ${CMAKE_CURRENT_LIST_DIR}/draft/draftstore.h
    ${CMAKE_CURRENT_LIST_DIR}/draft/targetdraft.cpp ${CMAKE_CURRENT_LIST_DIR}/draft/targetdraft.h
    ${CMAKE_CURRENT_LIST_DIR}/exchangepane.cpp ${CMAKE_CURRENT_LIST_DIR}/exchangepane.h
    ${CMAKE_CURRENT_LIST_DIR}/handoffpane.cpp ${CMAKE_CURRENT_LIST_DIR}/handoffpane.h
    ${CMAKE_CURRENT_LIST_DIR}/handoffproblems.cpp ${CMAKE_CURRENT_LIST_DIR}/handoffproblems.h
    ${CMAKE_CURRENT_LIST_DIR}/dropgap.cpp ${CMAKE_CURRENT_LIST_DIR}/dropgap.h
    ${CMAKE_CURRENT_LIST_DIR}/healthbar.cpp ${CMAKE_CURRENT_LIST_DIR}/healthbar.h
    ${CMAKE_CURRENT_LIST_DIR}/healthwords.cpp ${CMAKE_CURRENT_LIST_DIR}/healthwords.h
    ${CMAKE_CURRENT_LIST_DIR}/importdialog.cpp ${CMAKE_CURRENT_LIST_DIR}/importdialog.h
    ${CMAKE_CURRENT_LIST_DIR}/importmodel.cpp ${CMAKE_CURRENT_LIST_DIR}/importmodel.h
    ${CMAKE_CURRENT_LIST_DIR}/offerbar.cpp ${CMAKE_CURRENT_LIST_DIR}/offerbar.h
    ${CMAKE_CURRENT_LIST_DIR}/plaintable.cpp ${CMAKE_CURRENT_LIST_DIR}/plaintable.h
    ${CMAKE_CURRENT_LIST_DIR}/repairmodel.cpp ${CMAKE_CURRENT_LIST_DIR}/repairmodel.h
    ${CMAKE_CURRENT_LIST_DIR}/requestpreview.cpp ${CMAKE_CURRENT_LIST_DIR}/requestpreview.h
    ${CMAKE_CURRENT_LIST_DIR}/sendtestpane.cpp ${CMAKE_CURRENT_LIST_DIR}/sendtestpane.h
    ${CMAKE_CURRENT_LIST_DIR}/signingwords.cpp ${CMAKE_CURRENT_LIST_DIR}/signingwords.h
    ${CMAKE_CURRENT_LIST_DIR}/targetactions.cpp
    ${CMAKE_CURRENT_LIST_DIR}/targetcommands.cpp ${CMAKE_CURRENT_LIST_DIR}/targetcommands.h
    ${CMAKE_CURRENT_LIST_DIR}/targetdelegate.cpp ${CMAKE_CURRENT_LIST_DIR}/targetdelegate.h
    ${CMAKE_CURRENT_LIST_DIR}/targetdialog.cpp ${CMAKE_CURRENT_LIST_DIR}/targetdialog.h
    ${CMAKE_CURRENT_LIST_DIR}/targetdialogaids.cpp
    ${CMAKE_CURRENT_LIST_DIR}/targetlistmodel.cpp ${CMAKE_CURRENT_LIST_DIR}/targetlistmodel.h
    ${CMAKE_CURRENT_LIST_DIR}/targetremoval.cpp ${CMAKE_CURRENT_LIST_DIR}/targetremoval.h
    ${CMAKE_CURRENT_LIST_DIR}/targetsession.cpp
    ${CMAKE_CURRENT_LIST_DIR}/targetsreading.cpp
    ${CMAKE_CURRENT_LIST_DIR}/targetspage.cpp ${CMAKE_CURRENT_LIST_DIR}/targetspage.h
    ${CMAKE_CURRENT_LIST_DIR}/targettable.cpp ${CMAKE_CURRENT_LIST_DIR}/targettable.h
    ${CMAKE_CURRENT_LIST_DIR}/targettabledrag.cpp
    ${CMAKE_CURRENT_LIST_DIR}/targettrend.cpp ${CMAKE_CURRENT_LIST_DIR}/targettrend.h
    ${CMAKE_CURRENT_LIST_DIR}/targetwords.cpp ${CMAKE_CURRENT_LIST_DIR}/targetwords.h
    ${CMAKE_CURRENT_LIST_DIR}/history/changesdialog.cpp ${CMAKE_CURRENT_LIST_DIR}/history/changesdialog.h
    ${CMAKE_CURRENT_LIST_DIR}/history/differencetable.cpp ${CMAKE_CURRENT_LIST_DIR}/history/differencetable.h
    ${CMAKE_CURRENT_LIST_DIR}/history/historydialog.cpp ${CMAKE_CURRENT_LIST_DIR}/history/historydialog.h
    ${CMAKE_CURRENT_LIST_DIR}/history/historywords.cpp ${CMAKE_CURRENT_LIST_DIR}/history/historywords.h
    ${CMAKE_CURRENT_LIST_DIR}/history/traillistmodel.cpp ${CMAKE_CURRENT_LIST_DIR}/history/traillistmodel.h
    ${CMAKE_CURRENT_LIST_DIR}/together/targetedit.cpp ${CMAKE_CURRENT_LIST_DIR}/together/targetedit.h
    ${CMAKE_CURRENT_LIST_DIR}/together/togetherdialog.cpp ${CMAKE_CURRENT_LIST_DIR}/together/togetherdialog.h
    ${CMAKE_CURRENT_LIST_DIR}/together/togetherfields.cpp ${CMAKE_CURRENT_LIST_DIR}/together/togetherfields.h
    ${CMAKE_CURRENT_LIST_DIR}/together/togetherrows.cpp ${CMAKE_CURRENT_LIST_DIR}/together/togetherrows.h
    ${CMAKE_CURRENT_LIST_DIR}/form/accessfolds.cpp ${CMAKE_CURRENT_LIST_DIR}/form/accessfolds.h
    ${CMAKE_CURRENT_LIST_DIR}/form/authenticationfields.cpp ${CMAKE_CURRENT_LIST_DIR}/form/authenticationfields.h
    ${CMAKE_CURRENT_LIST_DIR}/form/certificatefields.cpp ${CMAKE_CURRENT_LIST_DIR}/form/certificatefields.h
    ${CMAKE_CURRENT_LIST_DIR}/form/certificatefile.cpp ${CMAKE_CURRENT_LIST_DIR}/form/certificatefile.h
    ${CMAKE_CURRENT_LIST_DIR}/form/coalescingfields.cpp ${CMAKE_CURRENT_LIST_DIR}/form/coalescingfields.h
    ${CMAKE_CURRENT_LIST_DIR}/form/curlpaste.cpp ${CMAKE_CURRENT_LIST_DIR}/form/curlpaste.h
    ${CMAKE_CURRENT_LIST_DIR}/form/fieldgrid.cpp ${CMAKE_CURRENT_LIST_DIR}/form/fieldgrid.h
    ${CMAKE_CURRENT_LIST_DIR}/form/fieldline.cpp ${CMAKE_CURRENT_LIST_DIR}/form/fieldline.h
    ${CMAKE_CURRENT_LIST_DIR}/form/foldbox.cpp ${CMAKE_CURRENT_LIST_DIR}/form/foldbox.h
    ${CMAKE_CURRENT_LIST_DIR}/form/formhistory.cpp ${CMAKE_CURRENT_LIST_DIR}/form/formhistory.h
    ${CMAKE_CURRENT_LIST_DIR}/form/formstate.h
    ${CMAKE_CURRENT_LIST_DIR}/form/headeradvice.cpp ${CMAKE_CURRENT_LIST_DIR}/form/headeradvice.h
    ${CMAKE_CURRENT_LIST_DIR}/form/headerdelegate.cpp ${CMAKE_CURRENT_LIST_DIR}/form/headerdelegate.h
    ${CMAKE_CURRENT_LIST_DIR}/form/headerfield.cpp ${CMAKE_CURRENT_LIST_DIR}/form/headerfield.h
    ${CMAKE_CURRENT_LIST_DIR}/form/headerlines.cpp ${CMAKE_CURRENT_LIST_DIR}/form/headerlines.h
    ${CMAKE_CURRENT_LIST_DIR}/form/headertable.cpp ${CMAKE_CURRENT_LIST_DIR}/form/headertable.h
    ${CMAKE_CURRENT_LIST_DIR}/form/headertabledata.cpp
    ${CMAKE_CURRENT_LIST_DIR}/form/headertabledrag.cpp
    ${CMAKE_CURRENT_LIST_DIR}/form/headertablemodel.cpp ${CMAKE_CURRENT_LIST_DIR}/form/headertablemodel.h
    ${CMAKE_CURRENT_LIST_DIR}/form/identitychooser.cpp ${CMAKE_CURRENT_LIST_DIR}/form/identitychooser.h
    ${CMAKE_CURRENT_LIST_DIR}/form/named.h
    ${CMAKE_CURRENT_LIST_DIR}/form/olderkeys.cpp ${CMAKE_CURRENT_LIST_DIR}/form/olderkeys.h
    ${CMAKE_CURRENT_LIST_DIR}/form/optionfolds.cpp ${CMAKE_CURRENT_LIST_DIR}/form/optionfolds.h
    ${CMAKE_CURRENT_LIST_DIR}/form/passphrasedialog.cpp ${CMAKE_CURRENT_LIST_DIR}/form/passphrasedialog.h
    ${CMAKE_CURRENT_LIST_DIR}/form/pipeliningfields.cpp ${CMAKE_CURRENT_LIST_DIR}/form/pipeliningfields.h
    ${CMAKE_CURRENT_LIST_DIR}/form/proxyfields.cpp ${CMAKE_CURRENT_LIST_DIR}/form/proxyfields.h
    ${CMAKE_CURRENT_LIST_DIR}/form/retrytimeline.cpp ${CMAKE_CURRENT_LIST_DIR}/form/retrytimeline.h
    ${CMAKE_CURRENT_LIST_DIR}/form/secretbox.cpp ${CMAKE_CURRENT_LIST_DIR}/form/secretbox.h ${CMAKE_CURRENT_LIST_DIR}/form/sidebyside.h
    ${CMAKE_CURRENT_LIST_DIR}/form/signingfields.cpp ${CMAKE_CURRENT_LIST_DIR}/form/signingfields.h
    ${CMAKE_CURRENT_LIST_DIR}/form/signingstate.cpp ${CMAKE_CURRENT_LIST_DIR}/form/signingstate.h
    ${CMAKE_CURRENT_LIST_DIR}/form/sourcefields.cpp ${CMAKE_CURRENT_LIST_DIR}/form/sourcefields.h
    ${CMAKE_CURRENT_LIST_DIR}/form/targetform.cpp ${CMAKE_CURRENT_LIST_DIR}/form/targetform.h
    ${CMAKE_CURRENT_LIST_DIR}/form/targetformstate.cpp
    ${CMAKE_CURRENT_LIST_DIR}/form/triggerboxes.cpp ${CMAKE_CURRENT_LIST_DIR}/form/triggerboxes.h
    ${CMAKE_CURRENT_LIST_DIR}/form/urladvice.cpp ${CMAKE_CURRENT_LIST_DIR}/form/urladvice.h
    ${CMAKE_CURRENT_LIST_DIR}/form/urlcheck.cpp ${CMAKE_CURRENT_LIST_DIR}/form/urlcheck.h)
