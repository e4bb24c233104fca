callboard_test(tst_deliverychanges LINK callboard_ui)
callboard_test(tst_deliveryreplays LINK callboard_ui)
callboard_test(tst_deliverywindow LINK callboard_ui)
callboard_test(tst_deliveryheld LINK callboard_ui)
callboard_test(tst_deliverypages LINK callboard_ui)
callboard_test(tst_deliverymarks LINK callboard_ui)
callboard_test(tst_payloadview LINK callboard_ui)
callboard_test(tst_deliverycompare LINK callboard_ui TIMEOUT 30) # to compare each line with each takes longer
