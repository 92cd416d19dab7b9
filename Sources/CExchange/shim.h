#pragma once

// The C library declares it for GNU sources only, which is not how Swift reads its headers.
extern int renameat2(
    int old_folder, const char *old_path, int new_folder, const char *new_path,
    unsigned int flags);
