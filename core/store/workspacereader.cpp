#include "core/store/workspacereader.h"
