// What a target's dialog makes use of beside the engine. Each may be missing, and with it what it is for; those that
// are there must outlive the dialog.
#pragma once

namespace callboard {

class DraftStore;
class ReadThread;
class Resolver;
class SigningClient;

struct DialogAids {
    Resolver *resolver = nullptr;     // the URL is looked at in the background
    DraftStore *drafts = nullptr;     // what is typed is kept through a crash
    ReadThread *reader = nullptr;     // recent assets to preview with, header names of other targets
    SigningClient *signing = nullptr; // the public half of a stored key
};

} // namespace callboard
