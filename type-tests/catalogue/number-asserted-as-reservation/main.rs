include!("../prelude.rs");

pub fn run() {
    let fd = 3u32 as FileDescriptorReservation<'_>; //~ E0605
    put_unused_fd(fd);
}
