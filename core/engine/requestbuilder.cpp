#include "core/engine/requestbuilder.h"
