#include "core/transport/resolver.h"
