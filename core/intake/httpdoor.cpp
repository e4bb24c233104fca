#include "core/intake/httpdoor.h"
