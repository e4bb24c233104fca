# Qt's headers read once for all, where everything is built from nothing: half the time of a window's source file. It
# hides an include that is missing, so that it is off for whoever works on the code, and for ./dev lint.
option(CALLBOARD_PRECOMPILE "Precompile the headers of Qt and of the standard library" OFF)

set(callboard_precompiled_standard
    <algorithm> <array> <chrono> <functional> <memory> <optional> <unordered_map> <variant> <vector> <tl/expected.hpp>)

# callboard_precompiled(NAME [PROGRAM] HEADERS ... LINK ...): headers that others share.
function(callboard_precompiled name)
    cmake_parse_arguments(P "PROGRAM" "" "HEADERS;LINK" ${ARGN})
    set(source ${PROJECT_BINARY_DIR}/${name}.cpp)
    file(CONFIGURE OUTPUT ${source} CONTENT "int main()\n{\n    return 0;\n}\n")
    if(P_PROGRAM) # position independent in another way than a library
        add_executable(${name} ${source})
    else()
        add_library(${name} STATIC ${source})
    endif()
    set_target_properties(${name} PROPERTIES AUTOMOC OFF)
    target_link_libraries(${name} PRIVATE callboard_options ${P_LINK})
    target_compile_options(${name} PRIVATE -fpch-preprocess) # for ccache
    target_precompile_headers(${name} PRIVATE ${callboard_precompiled_standard} ${P_HEADERS})
endfunction()

# callboard_use_precompiled(TARGET core|ui)
function(callboard_use_precompiled target kind)
    if(NOT CALLBOARD_PRECOMPILE)
        return()
    endif()
    get_target_property(type ${target} TYPE)
    set(suffix "")
    if(type STREQUAL EXECUTABLE)
        set(suffix _program)
    endif()
    target_compile_options(${target} PRIVATE -fpch-preprocess)
    target_precompile_headers(${target} REUSE_FROM callboard_precompiled_${kind}${suffix})
endfunction()

if(CALLBOARD_PRECOMPILE)
    find_package(Qt6 6.4 REQUIRED COMPONENTS Widgets)
    set(core HEADERS <QtCore/QtCore> LINK Qt6::Core)
    set(ui HEADERS <QtWidgets/QtWidgets> LINK Qt6::Widgets)
    foreach(kind core ui)
        callboard_precompiled(callboard_precompiled_${kind} ${${kind}})
        callboard_precompiled(callboard_precompiled_${kind}_program PROGRAM ${${kind}})
    endforeach()
endif()
