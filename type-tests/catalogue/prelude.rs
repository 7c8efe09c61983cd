// What every case's Rust program includes: the kernel's reservation API as Rust has it, and the small
// functions that prelude.ts gives the TypeScript side, under the same names. Compiled, never run.
//
// Differences from the kernel crate, each to match what the TypeScript API can say:
// - `CurrentTask<'s>` and what comes from it carry the scope `'s`, invariant, so that a value can't
//   leave `with_current` (the kernel lends `&CurrentTask` and stops at !Send).
// - `put_unused_fd` is callable; in the kernel crate only Drop calls it.

#[allow(dead_code)]
mod kernel {
    use std::cell::Cell;
    use std::marker::PhantomData;
    use std::sync::Arc;

    /// Neither Send nor Sync, as the kernel's `NotThreadSafe`.
    pub type NotThreadSafe = PhantomData<*mut ()>;
    type Scope<'s> = PhantomData<Cell<&'s ()>>;

    pub const O_CLOEXEC: u32 = 0o2000000;

    #[derive(Debug)]
    pub struct Errno {
        errno: i32,
    }
    impl Errno {
        pub fn errno(&self) -> i32 {
            self.errno
        }
    }

    /// The running task, lent for the scope `'s`.
    #[derive(Clone, Copy)]
    pub struct CurrentTask<'s> {
        scope: Scope<'s>,
        not_send: NotThreadSafe,
    }

    pub fn with_current<R>(f: impl for<'s> FnOnce(CurrentTask<'s>) -> R) -> R {
        f(CurrentTask { scope: PhantomData, not_send: PhantomData })
    }

    pub struct FileDescriptorReservation<'s> {
        fd: u32,
        scope: Scope<'s>,
        _not_send: NotThreadSafe,
    }
    impl<'s> FileDescriptorReservation<'s> {
        pub fn reserved_fd(&self) -> u32 {
            self.fd
        }
        pub fn fd_install(self, file: ARef<File>) {
            std::mem::forget(self);
            std::mem::forget(file);
        }
    }
    impl Drop for FileDescriptorReservation<'_> {
        fn drop(&mut self) {}
    }

    pub fn get_unused_fd_flags<'s>(
        _current: CurrentTask<'s>,
        _flags: u32,
    ) -> Result<FileDescriptorReservation<'s>, Errno> {
        Err(Errno { errno: -24 })
    }
    pub fn put_unused_fd(fd: FileDescriptorReservation<'_>) {
        drop(fd);
    }

    pub struct ReservationBatch<'s, const N: usize> {
        fds: [FileDescriptorReservation<'s>; N],
    }
    impl<'s, const N: usize> ReservationBatch<'s, N> {
        pub fn reserved_fds(&self) -> [u32; N] {
            std::array::from_fn(|at| self.fds[at].reserved_fd())
        }
    }
    impl<const N: usize> Drop for ReservationBatch<'_, N> {
        fn drop(&mut self) {}
    }
    pub fn reserve_batch<'s, const N: usize>(
        _current: CurrentTask<'s>,
        _flags: u32,
    ) -> Result<ReservationBatch<'s, N>, Errno> {
        Err(Errno { errno: -24 })
    }
    pub fn install_batch<const N: usize>(batch: ReservationBatch<'_, N>, files: [ARef<File>; N]) {
        std::mem::forget(batch);
        std::mem::forget(files);
    }
    pub fn drop_batch<const N: usize>(batch: ReservationBatch<'_, N>) {
        drop(batch);
    }

    pub struct File {
        path: String,
    }
    impl File {
        pub fn path(&self) -> &str {
            &self.path
        }
    }
    /// A counted reference.
    pub struct ARef<T> {
        target: Arc<T>,
    }
    impl<T> Clone for ARef<T> {
        fn clone(&self) -> Self {
            ARef { target: self.target.clone() }
        }
    }
    impl<T> Drop for ARef<T> {
        fn drop(&mut self) {}
    }
    impl<T> std::ops::Deref for ARef<T> {
        type Target = T;
        fn deref(&self) -> &T {
            &self.target
        }
    }
    #[derive(Debug)]
    pub struct BadFdError;
    impl From<BadFdError> for Errno {
        fn from(_: BadFdError) -> Errno {
            Errno { errno: -9 }
        }
    }
    pub fn fget(_current: CurrentTask<'_>, _fd: u32) -> Result<ARef<File>, BadFdError> {
        Err(BadFdError)
    }
    pub fn filp_open(path: &str) -> Result<ARef<File>, Errno> {
        Ok(ARef { target: Arc::new(File { path: path.to_string() }) })
    }

    /// A value with an obligation and no task.
    pub struct Token {
        id: u32,
    }
    impl Token {
        pub fn id(&self) -> u32 {
            self.id
        }
    }
    impl Drop for Token {
        fn drop(&mut self) {}
    }
    pub fn make(id: u32) -> Token {
        Token { id }
    }
    pub fn eat(token: Token) {
        drop(token);
    }

    // Arguments by value and by reference.
    pub fn take(fd: FileDescriptorReservation<'_>) {
        drop(fd);
    }
    pub fn pass(fd: FileDescriptorReservation<'_>) -> FileDescriptorReservation<'_> {
        fd
    }
    pub fn peek(fd: &FileDescriptorReservation<'_>) -> u32 {
        fd.reserved_fd()
    }
    pub fn view<'a, 's>(fd: &'a FileDescriptorReservation<'s>) -> &'a FileDescriptorReservation<'s> {
        fd
    }

    // Control flow that no compiler can foresee.
    pub fn coin() -> bool {
        std::hint::black_box(true)
    }
    pub fn index() -> usize {
        std::hint::black_box(0)
    }
    pub fn risky() -> Result<(), Errno> {
        Err(Errno { errno: -5 })
    }
    pub fn fail() -> ! {
        panic!()
    }
    pub async fn tick() {}

    // Callbacks.
    pub fn once(f: impl FnOnce()) {
        f();
    }
    pub fn often(f: impl Fn()) {
        f();
        f();
    }
    pub fn set_timeout(_f: impl FnOnce() + 'static) {}
    pub fn set_interval(_f: impl FnMut() + 'static) {}
    pub fn queue_microtask(f: impl FnOnce()) {
        f();
    }

    /// Another task: what goes there must be Send.
    pub fn post<T: Send>(_message: T) {}
    pub fn spawn(_f: impl FnOnce() + Send) {}
}
use kernel::*;
