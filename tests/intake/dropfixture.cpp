#include "tests/intake/dropfixture.h"

using namespace callboard;

DropRecorder::DropRecorder(const DropFolder &folder)
{
    connect(&folder, &DropFolder::taken, this, &DropRecorder::taken);
    connect(&folder, &DropFolder::rejected, this, &DropRecorder::rejected);
    connect(&folder, &DropFolder::postponed, this, &DropRecorder::postponed);
    connect(&folder, &DropFolder::availableChanged, this, &DropRecorder::availableChanged);
}
