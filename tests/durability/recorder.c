/* Records, in order, what a program does to the files below the folder RECORD_BELOW: into the file RECORD_TO.
 *
 * An entry is a kind (w: written, t: truncated, s: synced, n: renamed), the lengths of a path and of bytes as
 * four bytes each, an offset or length as eight, the path, and the bytes: those written, or the new path. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#define REAL(result, name, ...) ((result(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name))

static void put(const void *bytes, size_t size)
{
    static int to = -1;
    if (to < 0)
        to = open(getenv("RECORD_TO"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    while (size > 0) {
        ssize_t put = REAL(ssize_t, "write", int, const void *, size_t)(to, bytes, size);
        if (put < 0)
            abort();
        bytes = (const char *)bytes + put;
        size -= (size_t)put;
    }
}

static void record(char kind, const char *path, uint64_t at, const void *bytes, size_t size)
{
    const char *below = getenv("RECORD_BELOW");
    if (strncmp(path, below, strlen(below)) != 0)
        return;
    uint32_t lengths[2] = {(uint32_t)strlen(path), (uint32_t)size};
    put(&kind, 1);
    put(lengths, sizeof lengths);
    put(&at, sizeof at);
    put(path, lengths[0]);
    put(bytes, size);
}

static void record_fd(char kind, int fd, uint64_t at, const void *bytes, ssize_t size)
{
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0 || size < 0)
        return;
    path[length] = 0;
    record(kind, path, at, bytes, (size_t)size);
}

ssize_t write(int fd, const void *bytes, size_t size)
{
    off_t at = lseek(fd, 0, SEEK_CUR);
    ssize_t written = REAL(ssize_t, "write", int, const void *, size_t)(fd, bytes, size);
    if (at >= 0)
        record_fd('w', fd, (uint64_t)at, bytes, written);
    return written;
}

ssize_t pwrite(int fd, const void *bytes, size_t size, off_t at)
{
    ssize_t written = REAL(ssize_t, "pwrite", int, const void *, size_t, off_t)(fd, bytes, size, at);
    record_fd('w', fd, (uint64_t)at, bytes, written);
    return written;
}

ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t at)
{
    ssize_t written = REAL(ssize_t, "pwrite64", int, const void *, size_t, off64_t)(fd, bytes, size, at);
    record_fd('w', fd, (uint64_t)at, bytes, written);
    return written;
}

int ftruncate(int fd, off_t length)
{
    int result = REAL(int, "ftruncate", int, off_t)(fd, length);
    record_fd('t', fd, (uint64_t)length, "", result);
    return result;
}

int ftruncate64(int fd, off64_t length)
{
    int result = REAL(int, "ftruncate64", int, off64_t)(fd, length);
    record_fd('t', fd, (uint64_t)length, "", result);
    return result;
}

int fsync(int fd)
{
    int result = REAL(int, "fsync", int)(fd);
    record_fd('s', fd, 0, "", result);
    return result;
}

int fdatasync(int fd)
{
    int result = REAL(int, "fdatasync", int)(fd);
    record_fd('s', fd, 0, "", result);
    return result;
}

int rename(const char *from, const char *to)
{
    int result = REAL(int, "rename", const char *, const char *)(from, to);
    if (result == 0)
        record('n', from, 0, to, strlen(to));
    return result;
}
