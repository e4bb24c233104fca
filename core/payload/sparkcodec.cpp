#include "core/payload/sparkcodec.h"
