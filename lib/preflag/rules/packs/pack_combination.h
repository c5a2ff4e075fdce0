#pragma once

#include <preflag/rules/packs/pack_reader.h>

#include <vector>

namespace preflag {

/// A file that was read, with its document for the places of later errors.
struct ReadPack {
    const Document* document;
    PackContent content;
};

/// Adds the packs of one folder to those of the folders before it. Within the folder, ids are
/// unique; against earlier folders, its rows replace those of the same id, its overrides change
/// them and its `disable` entries switch them off, and each of it is recorded in the pack's
/// `changes`. Adds an error for a repeated id, for an unknown rule, and for a condition on a regime
/// that is in no pack.
void add_packs(std::vector<ReadPack> files, std::vector<RulePack>& packs,
               std::vector<Diagnostic>& diagnostics);

} // namespace preflag
