# What turns a mistake in memory into an end of the program. Sanitizers bring their own; they and this get in each
# other's way.
if(NOT CALLBOARD_SANITIZE)
    include(CheckPIESupported)
    check_pie_supported(LANGUAGES CXX)
    set(CMAKE_POSITION_INDEPENDENT_CODE ON)
    target_compile_options(callboard_options INTERFACE
        -fstack-protector-strong -fstack-clash-protection
        $<$<STREQUAL:${CMAKE_SYSTEM_PROCESSOR},x86_64>:-fcf-protection>)
    target_compile_definitions(callboard_options INTERFACE
        $<$<NOT:$<CONFIG:Debug>>:_FORTIFY_SOURCE=2> _GLIBCXX_ASSERTIONS)
    target_link_options(callboard_options INTERFACE -Wl,-z,relro,-z,now -Wl,-z,noexecstack)
endif()
