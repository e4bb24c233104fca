#include "core/engine/engineclient.h"
