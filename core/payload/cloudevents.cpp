#include "core/payload/cloudevents.h"
