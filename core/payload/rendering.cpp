#include "core/payload/rendering.h"
