include!("../prelude.rs");

pub fn run() {
    let fd: FileDescriptorReservation<'_> = unsafe { std::mem::transmute(3u32) };
    put_unused_fd(fd);
}
