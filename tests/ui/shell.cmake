callboard_test(tst_closing LINK callboard_ui)
callboard_test(tst_commandpalette LINK callboard_ui)
callboard_test(tst_about LINK callboard_ui)
callboard_test(tst_deliverysession LINK callboard_ui)
