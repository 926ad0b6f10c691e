/* Records what a process does to the files of one folder, in order, for the replay of power cuts.
 *
 * Loaded with LD_PRELOAD. RECORD_FOLDER names the folder (absolute, resolved), RECORD_TO the
 * record. Each entry is one line of text, and after "write" its bytes:
 *   create PATH | write PATH OFFSET LENGTH\n<bytes> | truncate PATH LENGTH | sync PATH
 *   rename PATH\tPATH | unlink PATH | folder PATH
 * Shared memory (the -shm file) is no part of what a power cut leaves and is not recorded.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MOST 4096
static char *names[MOST];
static int record = -1;
static const char *folder;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) __typeof__(&name) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

static int (*real_open(void))(const char *, int, ...) {
    return (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, "open");
}

static int begun(void) {
    if (record < 0 && getenv("RECORD_TO")) {
        folder = getenv("RECORD_FOLDER");
        record = real_open()(getenv("RECORD_TO"), O_WRONLY | O_CREAT | O_APPEND, 0600);
    }
    return record >= 0;
}

static void put(const char *head, const void *bytes, size_t length) {
    ssize_t (*real)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
    pthread_mutex_lock(&lock);
    if (real(record, head, strlen(head)) < 0) abort();
    for (size_t done = 0; done < length;) {
        ssize_t now = real(record, (const char *)bytes + done, length - done);
        if (now <= 0) abort();
        done += (size_t)now;
    }
    pthread_mutex_unlock(&lock);
}

static int whole(int at, const char *path, char *into) {
    char made[8192], from[4096] = "";
    if (path[0] == '/') {
        snprintf(made, sizeof made, "%s", path);
    } else {
        char link[64];
        ssize_t length;
        if (at == AT_FDCWD) {
            if (!getcwd(from, sizeof from)) return 0;
        } else {
            snprintf(link, sizeof link, "/proc/self/fd/%d", at);
            length = readlink(link, from, sizeof from - 1);
            if (length < 0) return 0;
            from[length] = 0;
        }
        snprintf(made, sizeof made, "%s/%s", from, path);
    }
    size_t length = strlen(folder), end = strlen(made);
    if (strncmp(made, folder, length) || (made[length] != '/' && made[length])) return 0;
    if (end > 4 && !strcmp(made + end - 4, "-shm")) return 0;
    snprintf(into, 4096, "%s", made[length] ? made + length + 1 : ".");
    return 1;
}

static void opened(int file, int at, const char *path, int flags, int existed) {
    char name[4096], line[4200];
    if (file < 0 || file >= MOST || !begun() || !whole(at, path, name)) return;
    free(names[file]);
    names[file] = strdup(name);
    if ((flags & O_CREAT) && !existed) {
        snprintf(line, sizeof line, "create %s\n", name);
        put(line, NULL, 0);
    } else if (flags & O_TRUNC) {
        snprintf(line, sizeof line, "truncate %s\t0\n", name);
        put(line, NULL, 0);
    }
}

static int opening(int at, const char *path, int flags, mode_t mode) {
    int (*real)(int, const char *, int, ...) = dlsym(RTLD_NEXT, "openat");
    struct stat known;
    int existed = fstatat(at, path, &known, 0) == 0;
    int file = real(at, path, flags, mode);
    opened(file, at, path, flags, existed);
    return file;
}

#define MODE(flags) \
    mode_t mode = 0; \
    if ((flags) & (O_CREAT | O_TMPFILE)) { \
        va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); \
    }

int open(const char *path, int flags, ...) { MODE(flags) return opening(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return opening(AT_FDCWD, path, flags | O_LARGEFILE, mode); }
int openat(int at, const char *path, int flags, ...) { MODE(flags) return opening(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE(flags) return opening(at, path, flags | O_LARGEFILE, mode); }

int close(int file) {
    REAL(close);
    if (file >= 0 && file < MOST && names[file]) { free(names[file]); names[file] = NULL; }
    return real(file);
}

static const char *known(int file) {
    return file >= 0 && file < MOST && names[file] && begun() ? names[file] : NULL;
}

static void wrote(int file, const void *bytes, off_t offset, ssize_t length) {
    char line[4200];
    if (length <= 0 || !known(file)) return;
    snprintf(line, sizeof line, "write %s\t%lld\t%lld\n", names[file], (long long)offset, (long long)length);
    put(line, bytes, (size_t)length);
}

ssize_t write(int file, const void *bytes, size_t length) {
    ssize_t (*real)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
    off_t offset = known(file) ? lseek(file, 0, SEEK_CUR) : 0;
    if (known(file) && (fcntl(file, F_GETFL) & O_APPEND)) offset = lseek(file, 0, SEEK_END);
    ssize_t done = real(file, bytes, length);
    wrote(file, bytes, offset, done);
    return done;
}

ssize_t pwrite(int file, const void *bytes, size_t length, off_t offset) {
    REAL(pwrite);
    ssize_t done = real(file, bytes, length, offset);
    wrote(file, bytes, offset, done);
    return done;
}

ssize_t pwrite64(int file, const void *bytes, size_t length, off64_t offset) {
    REAL(pwrite64);
    ssize_t done = real(file, bytes, length, offset);
    wrote(file, bytes, offset, done);
    return done;
}

static void told(const char *what, int file) {
    char line[4200];
    if (!known(file)) return;
    snprintf(line, sizeof line, "%s %s\n", what, names[file]);
    put(line, NULL, 0);
}

int fsync(int file) { REAL(fsync); int done = real(file); if (!done) told("sync", file); return done; }
int fdatasync(int file) { REAL(fdatasync); int done = real(file); if (!done) told("sync", file); return done; }

static void cut(int file, off_t length) {
    char line[4200];
    if (!known(file)) return;
    snprintf(line, sizeof line, "truncate %s\t%lld\n", names[file], (long long)length);
    put(line, NULL, 0);
}

int ftruncate(int file, off_t length) { REAL(ftruncate); int done = real(file, length); if (!done) cut(file, length); return done; }
int ftruncate64(int file, off64_t length) { REAL(ftruncate64); int done = real(file, length); if (!done) cut(file, length); return done; }

static void gone(int at, const char *path) {
    char name[4096], line[4200];
    if (!begun() || !whole(at, path, name)) return;
    snprintf(line, sizeof line, "unlink %s\n", name);
    put(line, NULL, 0);
}

int unlink(const char *path) { REAL(unlink); int done = real(path); if (!done) gone(AT_FDCWD, path); return done; }
int unlinkat(int at, const char *path, int flags) { REAL(unlinkat); int done = real(at, path, flags); if (!done) gone(at, path); return done; }

static void moved(int at, const char *from, int to_at, const char *to) {
    char one[4096], other[4096], line[8400];
    if (!begun() || !whole(at, from, one) || !whole(to_at, to, other)) return;
    snprintf(line, sizeof line, "rename %s\t%s\n", one, other);
    put(line, NULL, 0);
}

int rename(const char *from, const char *to) { REAL(rename); int done = real(from, to); if (!done) moved(AT_FDCWD, from, AT_FDCWD, to); return done; }
int renameat(int at, const char *from, int to_at, const char *to) { REAL(renameat); int done = real(at, from, to_at, to); if (!done) moved(at, from, to_at, to); return done; }
