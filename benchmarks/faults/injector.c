/* Makes calls on the files of one folder fail, as a full disk, a failing one or a pulled-out stick do.
 *
 * Loaded with LD_PRELOAD. FAIL_FOLDER names the folder, FAIL_AT the number of the first call that
 * fails (counted from 1 over writes, syncs, cuts, renames and files made), FAIL_MANY how many fail
 * (0: all from then on), FAIL_WITH the error's number. The number of calls met is written to
 * FAIL_COUNT when the process ends.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static atomic_long calls;

static long number(const char *name) {
    const char *told = getenv(name);
    return told ? atol(told) : 0;
}

static int is_ours(const char *path) {
    const char *folder = getenv("FAIL_FOLDER");
    size_t length = folder ? strlen(folder) : 0;
    size_t end = strlen(path);
    if (!folder || strncmp(path, folder, length) || path[length] != '/') return 0;
    /* What tells the test what was acknowledged lies on another disk. */
    return end < 13 || strcmp(path + end - 13, "/acknowledged");
}

static int fails(void) {
    long at = number("FAIL_AT"), many = number("FAIL_MANY"), now = ++calls;
    if (!at || now < at || (many && now >= at + many)) return 0;
    errno = (int)number("FAIL_WITH");
    return 1;
}

static int fails_file(int file) {
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return is_ours(path) && fails();
}

#define CALL(result, name, parameters, file, ...) \
    result name parameters { \
        result (*real) parameters = dlsym(RTLD_NEXT, #name); \
        return fails_file(file) ? -1 : real(__VA_ARGS__); \
    }

CALL(ssize_t, write, (int file, const void *bytes, size_t length), file, file, bytes, length)
CALL(ssize_t, pwrite, (int file, const void *bytes, size_t length, off_t at), file, file, bytes, length, at)
CALL(ssize_t, pwrite64, (int file, const void *bytes, size_t length, off64_t at), file, file, bytes, length, at)
CALL(int, fsync, (int file), file, file)
CALL(int, fdatasync, (int file), file, file)
CALL(int, ftruncate, (int file, off_t length), file, file, length)
CALL(int, ftruncate64, (int file, off64_t length), file, file, length)

/* Reading fails only where it is asked for: what is pulled out fails at that too. */
ssize_t read(int file, void *bytes, size_t length) {
    ssize_t (*real)(int, void *, size_t) = dlsym(RTLD_NEXT, "read");
    return number("FAIL_READS") && fails_file(file) ? -1 : real(file, bytes, length);
}

int rename(const char *from, const char *to) {
    int (*real)(const char *, const char *) = dlsym(RTLD_NEXT, "rename");
    return is_ours(to) && fails() ? -1 : real(from, to);
}

static int opening(const char *name, const char *path, int flags, mode_t mode) {
    int (*real)(const char *, int, ...) = dlsym(RTLD_NEXT, name);
    struct stat known;
    int is_new = (flags & O_CREAT) && stat(path, &known) != 0;
    return is_new && is_ours(path) && fails() ? -1 : real(path, flags, mode);
}

#define MODE(flags) \
    mode_t mode = 0; \
    if ((flags) & (O_CREAT | O_TMPFILE)) { \
        va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); \
    }

int open(const char *path, int flags, ...) { MODE(flags) return opening("open", path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return opening("open64", path, flags, mode); }

__attribute__((destructor)) static void told(void) {
    const char *path = getenv("FAIL_COUNT");
    FILE *file = path ? fopen(path, "w") : NULL;
    if (file) { fprintf(file, "%ld", (long)calls); fclose(file); }
}
