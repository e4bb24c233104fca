#include "core/payload/mediarecord.h"
