include!("../prelude.rs");

pub fn run() {
    // Only unsafe code can.
    let fd: FileDescriptorReservation<'_> = unsafe { std::mem::transmute(3u32) };
    put_unused_fd(fd);
}
