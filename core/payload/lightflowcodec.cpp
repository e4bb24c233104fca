#include "core/payload/lightflowcodec.h"
