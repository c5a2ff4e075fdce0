#pragma once

#include <preflag/base/diagnostic.h>

#include <stdexcept>
#include <string>
#include <vector>

namespace preflag {

/// Error policy: a bad value is a std::optional or a Diagnostic. A file, pack or configuration that
/// cannot be used at all is one of these exceptions, caught once in cli/app.cpp. what() is the
/// whole message for the user: what is wrong, where, and what to do.
class Error : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// Options or a configuration file that make no sense.
class UsageError : public Error {
  public:
    using Error::Error;
};

/// An input that cannot be opened or read.
class InputError : public Error {
  public:
    using Error::Error;
};

/// A report or rejects file that cannot be written.
class OutputError : public Error {
  public:
    using Error::Error;
};

/// One or more defects in rule packs, the catalogue, a watchlist or a configuration file.
class MalformedFile : public Error {
  public:
    explicit MalformedFile(std::vector<Diagnostic> diagnostics)
        : Error(to_string(diagnostics)), diagnostics_(std::move(diagnostics)) {}

    [[nodiscard]] const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }
    /// For those who gather the defects of several files.
    void add_to(std::vector<Diagnostic>& gathered) const {
        gathered.insert(gathered.end(), diagnostics_.begin(), diagnostics_.end());
    }

  private:
    std::vector<Diagnostic> diagnostics_;
};

} // namespace preflag
