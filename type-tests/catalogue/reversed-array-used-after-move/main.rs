include!("../prelude.rs");

fn close(fds: Vec<FileDescriptorReservation<'_>>) {
    for fd in fds {
        put_unused_fd(fd);
    }
}

fn reverse<'a, T>(list: &'a mut Vec<T>) -> &'a mut Vec<T> {
    list.reverse();
    list
}

pub fn run(current: CurrentTask<'_>) -> Result<usize, Errno> {
    let left = get_unused_fd_flags(current, O_CLOEXEC)?;
    let right = get_unused_fd_flags(current, O_CLOEXEC)?;
    let mut fds = vec![left, right];
    let reversed = reverse(&mut fds);
    close(fds); //~ E0505
    Ok(reversed.len())
}
