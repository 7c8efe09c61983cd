include!("../prelude.rs");

fn drop_both<'s>(left: FileDescriptorReservation<'s>, right: FileDescriptorReservation<'s>) {
    put_unused_fd(left);
    put_unused_fd(right);
}

pub fn run() {
    with_current(|outer| {
        with_current(|inner| {
            let Ok(left) = get_unused_fd_flags(outer, O_CLOEXEC) else { return }; //~ E0521
            let Ok(right) = get_unused_fd_flags(inner, O_CLOEXEC) else { return }; //~ E0521
            drop_both(left, right);
        });
    });
}
