callboard_test(tst_help LINK callboard_ui)
callboard_test(tst_deliveryreport LINK callboard_ui)
